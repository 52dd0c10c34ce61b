import { readFileSync } from 'node:fs';
import { parseYaml } from '../../../src/knowledge/compile/yaml-file.ts';
import { counselorHoursFile } from '../../../src/knowledge/service-hours.ts';
import { supportLineFile } from '../../../src/knowledge/support-line.ts';

/** The text of a file of knowledge/. */
export function knowledgeText(name: string): string {
  return readFileSync(new URL(`../../../knowledge/${name}`, import.meta.url), 'utf8');
}

function must<T>(parsed: { value: T | null; problems: readonly unknown[] }): T {
  if (parsed.value === null) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** The editors' files as they are. */
export const LINE = must(parseYaml(supportLineFile, knowledgeText('support-line.yaml'), 'support-line.yaml'));
export const COUNSELORS = must(
  parseYaml(counselorHoursFile, knowledgeText('counselor-hours.yaml'), 'counselor-hours.yaml'),
);

/** Epoch milliseconds of `2026-11-23 10:00` in Tokyo. */
export function at(tokyo: string): number {
  return Date.parse(`${tokyo.replace(' ', 'T')}:00+09:00`);
}
