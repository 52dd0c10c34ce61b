import type { Context } from 'hono';
import type { z } from 'zod';
import { type Problem, problemsOf } from '../message-schema/problem.ts';
import type { StandInEnv } from './env.ts';

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500;

/** LINE's error body: a message, and nothing else unless details are given. */
export function refuse(
  c: Context<StandInEnv>,
  status: Status,
  message: string,
  details?: Problem[],
): Response {
  if (details) c.set('problems', details);
  else c.set('problems', [{ message, property: '' }]);
  return c.json({ message, ...(details && details.length > 0 ? { details } : {}) }, status);
}

const INSIDE_FLEX = /^(messages\[\d+\])\.contents(?=[.[]|$)(.*)$/;

/**
 * Refuses with details as LINE words them: faults of the plain properties all together, those inside a
 * Flex container one message at a time with JSON-pointer places (`/body/contents/0/text`).
 *
 * Seen in cofacts/rumors-line-bot#212 and line/line-bot-sdk-go#657.
 */
export function refuseProblems(c: Context<StandInEnv>, problems: Problem[]): Response {
  const plain = problems.filter((problem) => !INSIDE_FLEX.test(problem.property));
  const first = problems.find((problem) => INSIDE_FLEX.test(problem.property));
  if (plain.length > 0 || !first) {
    return refuse(c, 400, `The request body has ${plain.length} error(s)`, plain);
  }
  const [, owner = ''] = INSIDE_FLEX.exec(first.property) ?? [];
  const details = problems
    .filter((problem) => problem.property.startsWith(`${owner}.contents`))
    .map(({ message, property }) => {
      const place = (INSIDE_FLEX.exec(property)?.[2] ?? '').replace(/\[(\d+)\]/g, '/$1').replaceAll('.', '/');
      return { message, property: place === '' ? '/' : place };
    });
  const answer = refuse(c, 400, `A message (${owner}) in the request body is invalid`, details);
  // The panel shows where in the whole request it was.
  c.set('problems', problems);
  return answer;
}

/** The JSON body, or the answer that refuses it. */
export async function readJson(c: Context<StandInEnv>): Promise<{ json: unknown } | { refusal: Response }> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) {
    return { refusal: refuse(c, 415, `Content type '${type}' not supported; send application/json`) };
  }
  try {
    return { json: JSON.parse(await c.req.text()) };
  } catch {
    return { refusal: refuse(c, 400, 'The request body could not be parsed as JSON') };
  }
}

/** The JSON body in the given shape, or the answer that refuses it. */
export async function readBody<Shape extends z.ZodType>(
  c: Context<StandInEnv>,
  shape: Shape,
): Promise<{ body: z.infer<Shape> } | { refusal: Response }> {
  const read = await readJson(c);
  if ('refusal' in read) return read;
  const parsed = shape.safeParse(read.json);
  if (parsed.success) return { body: parsed.data };
  return { refusal: refuseProblems(c, problemsOf(shape, read.json, '')) };
}
