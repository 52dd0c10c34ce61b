/** knowledge/triage/*.yaml: the rules that catch danger and wishes, and the concepts of which they are made. */
import { z } from 'zod';
import type { Problem } from './problem.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and hyphens');
const words = z.array(z.string().min(1)).min(1);

const concept = z.strictObject({
  words,
  /** Words that cancel the concept where they stand in the same clause. */
  not: words.optional(),
  /** Hours for which the concept is remembered of this patient. */
  remember_hours: z.number().positive().optional(),
  /** `any`: counts also as a question or in the past (「抗がん剤は先月終わりました」). Negated it never counts. */
  said: z.enum(['now', 'any']).optional(),
  /** Something that was a danger a moment ago still is one, even if it stopped (a seizure). */
  even_if_over: z.boolean().optional(),
});

export const NUMBER_KINDS = ['temperature', 'times', 'oxygen', 'breaths'] as const;

const condition = z.strictObject({
  /** All of these; a list inside the list means any one of it. */
  all: z.array(z.union([z.string(), z.array(z.string()).min(1)])).optional(),
  number: z
    .strictObject({ kind: z.enum(NUMBER_KINDS), from: z.number().optional(), to: z.number().optional() })
    .optional(),
  /** Any one of these, said now or remembered. */
  context: z.array(z.string()).min(1).optional(),
  /** How near to each other: default message. */
  within: z.enum(['sentence', 'message']).optional(),
  unless: z.array(z.string()).optional(),
  /** The message says nothing else (greetings, thanks). */
  nothing_else: z.boolean().optional(),
  /** Concepts that may stand beside it all the same. */
  beside: z.array(z.string()).optional(),
  /** So many different amber rules within so many hours. */
  ambers: z.strictObject({ at_least: z.number().int().min(2), hours: z.number().positive() }).optional(),
});

const example = z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]);

const common = {
  id,
  title: z.string().min(1),
  when: z.array(condition).min(1),
  unless: z.array(z.string()).optional(),
  message: z.string().min(1).max(600),
  passages: z.array(z.string()).optional(),
  sources: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        url: z.url().optional(),
        document: z.string().optional(),
        date: z.string().min(4),
      }),
    )
    .min(1),
  examples: z.array(example).min(8, 'write at least 8 examples: each is a test'),
  near_misses: z.array(example).min(5, 'write at least 5 near misses: each is a test'),
};

export const LEVELS = ['119', 'hospital_now'] as const;
export const WISH_ROUTES = [
  'support_line',
  'second_opinion',
  'centre',
  'counselor',
  'smalltalk',
  'leave',
] as const;

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('emergency'), level: z.enum(LEVELS) }),
  z.strictObject({ ...common, kind: z.literal('amber') }),
  /** `imminent`: an attempt is under way; the message begins with 119. */
  z.strictObject({ ...common, kind: z.literal('crisis'), imminent: z.boolean() }),
  z.strictObject({
    ...common,
    kind: z.literal('wish'),
    route: z.enum(WISH_ROUTES),
    /** What smalltalk says, so that the answer fits. */
    tone: z.enum(['greeting', 'thanks', 'all_well']).optional(),
    message: z.string().max(600).optional(),
  }),
]);

export const triageFile = z.strictObject({
  concepts: z.record(z.string().min(1), concept).optional(),
  sets: z.record(z.string().min(1), words).optional(),
  spellings: z.record(z.string().min(1), words).optional(),
  readings: z
    .record(z.string().min(1), z.string().regex(/^[ぁ-ゖー]+$/, 'write the reading in hiragana'))
    .optional(),
  rules: z.array(rule).optional(),
});

export type TriageFile = z.infer<typeof triageFile>;
export type TriageConcept = z.infer<typeof concept>;
export type TriageCondition = z.infer<typeof condition>;
export type TriageRule = z.infer<typeof rule>;
export type EmergencyRule = Extract<TriageRule, { kind: 'emergency' }>;
export type AmberRule = Extract<TriageRule, { kind: 'amber' }>;
export type CrisisRule = Extract<TriageRule, { kind: 'crisis' }>;
export type WishRule = Extract<TriageRule, { kind: 'wish' }>;
export type EmergencyLevel = (typeof LEVELS)[number];
export type WishRoute = (typeof WISH_ROUTES)[number];
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** A line of `words:`: brackets and quotation marks in pairs. */
const READABLE = /^(?:\([^()]*\)|\{[^{}]*\}|"[^"]*"|[^(){}"])+$/;

/** All files of knowledge/triage/ in one. */
export type TriageRules = {
  readonly concepts: Readonly<Record<string, TriageConcept>>;
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly rules: readonly TriageRule[];
};

/** Joins the files; a name that is used twice, or that nobody defines, is a problem. */
export function triageRulesOf(files: readonly { readonly path: string; readonly value: TriageFile }[]): {
  readonly rules: TriageRules;
  readonly problems: readonly Problem[];
} {
  const list: TriageRule[] = [];
  const joined: TriageRules = { concepts: {}, sets: {}, spellings: {}, readings: {}, rules: list };
  const problems: Problem[] = [];
  const say = (file: string, message: string) => problems.push({ file, line: 1, message });
  for (const { path, value } of files) {
    for (const part of ['concepts', 'sets', 'spellings', 'readings'] as const) {
      for (const [name, entry] of Object.entries(value[part] ?? {})) {
        if (name in joined[part]) say(path, `${part}: 「${name}」 also stands elsewhere; keep one`);
        Object.assign(joined[part], { [name]: entry });
      }
    }
    for (const rule of value.rules ?? []) {
      if (list.some((r) => r.id === rule.id))
        say(path, `the rule id "${rule.id}" also stands elsewhere; choose another`);
      list.push(rule);
    }
  }
  for (const { path, value } of files) {
    for (const rule of value.rules ?? []) {
      for (const name of conceptNames(rule)) {
        if (!(name in joined.concepts)) say(path, `rule "${rule.id}": there is no concept 「${name}」`);
      }
    }
    for (const { words: lines, not } of Object.values(value.concepts ?? {})) {
      for (const line of [...lines, ...(not ?? [])]) {
        if (!READABLE.test(line))
          say(path, `cannot read 「${line}」: close each ( ), { } and " ", and put none into another`);
      }
      for (const set of [...lines, ...(not ?? [])].flatMap((l) =>
        [...l.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1] ?? ''),
      )) {
        if (!(set in joined.sets)) say(path, `there is no set {${set}}`);
      }
    }
  }
  return { rules: joined, problems };
}

/** The concepts that `rule` names. */
function conceptNames(rule: TriageRule): string[] {
  const inConditions = rule.when.flatMap((c) => [
    ...(c.all ?? []).flat(),
    ...(c.context ?? []),
    ...(c.unless ?? []),
  ]);
  return [...inConditions, ...(rule.unless ?? [])];
}
