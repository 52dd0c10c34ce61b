/** 「ご本人が書いたこと」: region, cancer and treatment, each with the sentence it was taken from. */
import { Panel } from '../../kit/parts.tsx';
import { dayText } from '../conversation/clock.tsx';
import type { SelfTold, Told } from './self-told.ts';

const HEADINGS = [
  ['regions', '地域'],
  ['cancers', 'がんの種類'],
  ['treatments', '治療'],
] as const satisfies readonly (readonly [keyof SelfTold, string])[];

export function ToldPart({ told }: { told: SelfTold }) {
  const nothing = HEADINGS.every(([kind]) => told[kind].length === 0);
  return (
    <Panel title="患者さんが書いたこと" id="told">
      {nothing ? (
        <p class="muted">地域、がんの種類、治療について書かれた文は、まだありません。</p>
      ) : (
        <>
          <p class="muted small">
            書かれた言葉を拾っただけです。ご本人のことか、ご家族のことか、「ではない」なのかは、文で確かめてください。
          </p>
          <dl class="case-told">
            {HEADINGS.map(([kind, heading]) =>
              told[kind].length === 0 ? null : (
                <>
                  <dt>{heading}</dt>
                  {told[kind].map((one) => (
                    <dd>
                      <ToldItem told={one} />
                    </dd>
                  ))}
                </>
              ),
            )}
          </dl>
        </>
      )}
    </Panel>
  );
}

function ToldItem({ told }: { told: Told }) {
  return (
    <>
      <b>{told.label}</b>
      {told.quotes.map((quote) => (
        <p class="small">
          「{quote.words}」<span class="muted nowrap">{dayText(quote.atMs)}</span>
        </p>
      ))}
    </>
  );
}
