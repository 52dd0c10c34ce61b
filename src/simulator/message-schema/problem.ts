import type { z } from 'zod';

/** One fault in a message: `property` is its place, e.g. `messages[0].contents.body.contents[1].text`. */
export interface Problem {
  message: string;
  property: string;
}

type Path = ReadonlyArray<PropertyKey>;

function join(root: string, path: Path): string {
  let place = root;
  for (const key of path) {
    place += typeof key === 'number' ? `[${key}]` : place === '' ? String(key) : `.${String(key)}`;
  }
  return place;
}

function optionsOf(issue: z.core.$ZodIssueInvalidUnion): string {
  const options: unknown = 'options' in issue ? issue.options : undefined;
  return Array.isArray(options) ? options.map(String).join(', ') : '';
}

function fromIssue(issue: z.core.$ZodIssue, root: string): Problem[] {
  const property = join(root, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ message: 'unknown field', property: join(property, [key]) }));
    case 'invalid_value':
      return [
        {
          message: `Must be one of the following values: [${issue.values.map(String).join(', ')}]`,
          property,
        },
      ];
    case 'invalid_union':
      return [{ message: `Must be one of the following values: [${optionsOf(issue)}]`, property }];
    case 'invalid_type':
      return issue.input === undefined
        ? [{ message: 'must be specified', property }]
        : [{ message: `must be ${issue.expected}`, property }];
    default:
      return [{ message: issue.message, property }];
  }
}

/**
 * What a schema finds wrong with a value, with the places written as LINE writes them.
 *
 * @param root the name that stands before each place, e.g. `messages`
 */
export function problemsOf(schema: z.ZodType, value: unknown, root: string): Problem[] {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => fromIssue(issue, root));
}
