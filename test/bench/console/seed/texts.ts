/** Some 2,000 different texts, sealed once: sealing two million would take longer than all the rest. */
import { readGolden } from '../../../../src/cli/golden.ts';
import type { Knowledge } from '../../../../src/conversation/knowledge.ts';
import { OFFERS } from '../../../../src/conversation/offers.ts';
import { renderMessages } from '../../../../src/line/render/messages.ts';
import type { Seal } from '../../../../src/store/seal.ts';

export type SealedTexts = {
  readonly patient: readonly string[];
  /** Passages as LINE shows them: some kilobytes each. */
  readonly passages: readonly {
    readonly id: string;
    readonly topic: string;
    readonly sealed: string;
    readonly short: string;
  }[];
  readonly counselor: readonly string[];
  readonly notes: readonly string[];
  readonly comments: readonly string[];
  readonly state: string;
  readonly lineUserId: string;
};

const PATIENT_TEXTS = 1_400;
const COUNSELOR_TEXTS = 200;

export async function sealTexts(seal: Seal, { handbook }: Knowledge): Promise<SealedTexts> {
  const golden = readGolden().map((question) => question.text);
  const sealed = (texts: readonly string[]) => Promise.all(texts.map((text) => seal.seal(text)));
  const counted = (length: number, text: (i: number) => string) =>
    sealed(Array.from({ length }, (_, i) => text(i)));
  return {
    patient: await counted(PATIENT_TEXTS, (i) =>
      JSON.stringify({ id: String(500_000 + i), type: 'text', text: golden[i % golden.length] ?? '痛い' }),
    ),
    passages: await Promise.all(
      handbook.passages.map(async (passage) => ({
        id: passage.id,
        topic: passage.topic,
        sealed: await seal.seal(
          JSON.stringify(
            renderMessages([{ kind: 'show-passage', passage, related: [] }], OFFERS, handbook.phrases),
          ),
        ),
        short: await seal.seal(JSON.stringify([{ type: 'text', text: passage.title }])),
      })),
    ),
    counselor: await counted(COUNSELOR_TEXTS, (i) =>
      JSON.stringify([
        { type: 'text', text: `相談員です。お話をうかがいました。次のことを教えてください（${i}）。` },
      ]),
    ),
    notes: await counted(60, (i) => `次は主治医に聞くことを一緒に整理する。ご家族も同席（${i}）`),
    comments: await counted(60, (i) => `話を聞いてもらえて落ち着きました（${i}）`),
    state: await seal.seal(JSON.stringify({ format: 2 })),
    lineUserId: await seal.seal(`U${'0'.repeat(32)}`),
  };
}
