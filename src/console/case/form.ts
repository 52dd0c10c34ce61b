/** What a form of the case page sent. */
import type { Context } from 'hono';
import { z } from 'zod';

export type Form = {
  /** The field's text; empty where it was not sent. */
  readonly text: (name: string) => string;
  readonly all: (name: string) => string[];
};

export async function readForm(c: Context): Promise<Form> {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string) => [body[name] ?? []].flat().filter((value) => typeof value === 'string');
  return { all, text: (name) => all(name).at(-1) ?? '' };
}

/** The version that the counselor had before their eyes; 0, which no case has, for anything else. */
export function versionOf(form: Form): number {
  return z.coerce.number().int().min(1).catch(0).parse(form.text('version'));
}

/** The id made with the form; a form without one gets a fresh id, so that nothing is sent twice under one. */
export function messageIdOf(form: Form, uuid: () => string): string {
  return z.uuid().catch(uuid).parse(form.text('messageId'));
}

/** Whether htmx asked: it wants a part of the page in place of the whole. */
export function isFragment(c: Context): boolean {
  return c.req.header('hx-request') === 'true';
}
