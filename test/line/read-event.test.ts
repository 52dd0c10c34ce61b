import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/build/paths.ts';
import { readEvent } from '../../src/line/read-event.ts';
import { parseWebhookBody } from '../../src/line/webhook-body.ts';
import { lineEventOf, textEvent, USER } from '../fixtures/line-events.ts';

const GROUP = { type: 'group', groupId: 'C0123', userId: USER };
const message = (type: string, more: object = {}) =>
  lineEventOf('message', { message: { id: '1', type, ...more } });

describe('what an event asks of us', () => {
  it.each([
    ['a text', textEvent('痛い'), { kind: 'text', text: '痛い' }],
    ['a sticker', message('sticker'), { kind: 'sticker' }],
    [
      'a location',
      message('location', { latitude: 35.6, longitude: 139.7 }),
      { kind: 'location', latitude: 35.6, longitude: 139.7 },
    ],
    ['an image', message('image'), { kind: 'media' }],
    ['a video', message('video'), { kind: 'media' }],
    ['an audio', message('audio'), { kind: 'media' }],
    ['a file', message('file'), { kind: 'media' }],
    ['a message of a later day', message('hologram'), { kind: 'media' }],
    ['a new friend', lineEventOf('follow'), { kind: 'follow' }],
    [
      'a group that the bot was put into',
      lineEventOf('join', { source: { type: 'group', groupId: 'C0123' } }),
      { kind: 'joined-group' },
    ],
    [
      'a tap on a rating',
      lineEventOf('postback', { postback: { data: 'rate=symptoms%2Fpain&helpful=1' } }),
      { kind: 'tap', tap: { kind: 'rate', passage: 'symptoms/pain', helpful: true } },
    ],
  ])('is a decision for %s', (_, event, patientEvent) => {
    expect(readEvent(event)).toEqual({ kind: 'decide', event: patientEvent });
  });

  it.each([
    [
      'a postback that is not ours',
      lineEventOf('postback', { postback: { data: 'action=buyItem&itemId=123123' } }),
    ],
    ['a text in standby', textEvent('痛い', { mode: 'standby' })],
    ['a text in a group', textEvent('痛い', { source: GROUP })],
    ['a text in a room', textEvent('痛い', { source: { type: 'room', roomId: 'R1' } })],
    ['a text of nobody', textEvent('痛い', { source: undefined })],
    ['a group that the bot has left', lineEventOf('leave', { source: { type: 'group', groupId: 'C0123' } })],
    ['a beacon', lineEventOf('beacon')],
    ['an edited message', textEvent('痛い', { type: 'messageEdited' })],
    ['a type of a later day', lineEventOf('somethingOfALaterYear')],
    ['a message without its content', lineEventOf('message')],
  ])('is nothing for %s', (_, event) => {
    expect(readEvent(event)).toEqual({ kind: 'none' });
  });

  it.each([
    ['in a chat', {}],
    ['in a group', { source: GROUP }],
    ['in standby: its text is kept there too', { mode: 'standby' }],
  ])('is an erasure for a message taken back %s', (_, more) => {
    const event = lineEventOf('unsend', { unsend: { messageId: '77' }, ...more });
    expect(readEvent(event)).toEqual({ kind: 'erase', lineMessageId: '77' });
  });

  it('is to remember that the patient blocked the account', () => {
    expect(readEvent(lineEventOf('unfollow'))).toEqual({ kind: 'blocked' });
  });
});

const SAMPLE = join(ROOT, '..', 'shared', 'line', 'samples', 'webhook-v3.json');

describe.skipIf(!existsSync(SAMPLE))(`LINE’s own sample (${SAMPLE}, skipped where it is not present)`, () => {
  const events = existsSync(SAMPLE) ? parseWebhookBody(readFileSync(SAMPLE)) : [];

  it('is read whole, and every field stays', () => {
    expect(events).toEqual((JSON.parse(readFileSync(SAMPLE, 'utf8')) as { events: unknown[] }).events);
    expect(events.length).toBeGreaterThan(20);
  });

  it('asks of us what it says: decisions in one-to-one chats, erasures, and nothing for the rest', () => {
    const asked = events.map((event) => {
      const errand = readEvent(event);
      return `${event.source?.type} ${event.type} → ${errand.kind === 'decide' ? errand.event.kind : errand.kind}`;
    });
    expect([...new Set(asked)].sort()).toEqual([
      'group join → joined-group',
      'group leave → none',
      'group memberJoined → none',
      'group memberLeft → none',
      'group message → none',
      'group unsend → erase',
      'room message → none',
      'user accountLink → none',
      'user beacon → none',
      'user follow → follow',
      'user message → location',
      'user message → media',
      'user message → sticker',
      'user message → text',
      'user messageEdited → none',
      'user postback → none',
      'user undefined → none',
      'user unfollow → blocked',
      'user videoPlayComplete → none',
    ]);
  });
});
