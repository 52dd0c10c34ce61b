/** Reads the golden questions: messages as patients write them, with the topic or route that is right. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseYaml } from '../knowledge/compile/yaml-file.ts';
import { KnowledgeError } from '../knowledge/problem.ts';
import { KNOWLEDGE_DIR } from './build/paths.ts';

const goldenFile = z.array(
  z.strictObject({
    text: z.string().min(1),
    topic: z.string().optional(),
    also: z.array(z.string()).optional(),
    route: z.string().optional(),
    style: z.string().optional(),
    level: z.string().optional(),
    note: z.string().optional(),
  }),
);

export type GoldenQuestion = z.infer<typeof goldenFile>[number] & { readonly file: string };

/** All golden questions in the order of files and lines. Throws KnowledgeError with file and line. */
export function readGolden(): GoldenQuestion[] {
  const dir = join(KNOWLEDGE_DIR, 'golden');
  return readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const parsed = parseYaml(goldenFile, readFileSync(join(dir, name), 'utf8'), `knowledge/golden/${name}`);
      if (parsed.value === null) throw new KnowledgeError(parsed.problems);
      return parsed.value.map((question) => ({ ...question, file: name.replace('.yaml', '') }));
    });
}
