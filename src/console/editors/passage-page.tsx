/** One passage: as patients read it, how it is asked for, how it was used, and where it comes from. */
import type { Handbook } from '../../knowledge/handbook.ts';
import type { Passage } from '../../knowledge/passage.ts';
import { passageMessage } from '../../line/render/passage-bubble.ts';
import type { PassageUse } from '../../store/passage-use.ts';
import type { SignedIn } from '../env.ts';
import { Page } from '../kit/page.tsx';
import { Panel } from '../kit/parts.tsx';
import { LinePreview } from './line-preview.tsx';
import { StateBadge } from './passages-page.tsx';
import { EditorsTabs } from './tabs.tsx';

/** So far back it is counted how often a passage was shown. */
export const COUNTED_DAYS = 90;

type PassagePageProps = {
  readonly staff: SignedIn;
  readonly passage: Passage;
  readonly handbook: Handbook;
  readonly use: PassageUse;
  readonly today: string;
};

export function PassagePage({ staff, passage, handbook, use, today }: PassagePageProps) {
  const topic = handbook.topics.find((t) => t.id === passage.topic);
  return (
    <Page
      title={passage.title}
      at="editors"
      staff={staff}
      back={{ href: '/console/editors/passages', label: '記事の見直し' }}
    >
      <EditorsTabs at={null} />
      <div class="try-grid">
        <Panel title="患者さんに届くもの">
          <LinePreview messages={[passageMessage(passage, [], handbook.phrases)]} />
        </Panel>
        <div class="stack">
          <Panel title="この記事について">
            <dl class="facts">
              <dt>話題</dt>
              <dd>{topic?.title ?? passage.topic}</dd>
              <dt>次の見直し</dt>
              <dd>
                {passage.nextReview} <StateBadge passage={passage} today={today} />
              </dd>
              <dt>書いた日</dt>
              <dd>{passage.writtenOn}</dd>
              <dt>医療者の確認</dt>
              <dd>{passage.reviewed ? `${passage.reviewed.on}（${passage.reviewed.by}）` : 'まだ'}</dd>
              <dt>ファイル</dt>
              <dd>
                <code>knowledge/passages/{passage.id}.md</code>
              </dd>
            </dl>
          </Panel>
          <Panel title="使われ方">
            <dl class="facts">
              <dt>この{COUNTED_DAYS}日に、お答えの初めに示した回数</dt>
              <dd>{use.shown}回</dd>
              <dt>役に立った</dt>
              <dd>{use.helpful}回</dd>
              <dt>役に立たなかった</dt>
              <dd>{use.notHelpful}回</dd>
            </dl>
          </Panel>
          <Panel title="質問の例">
            <ul class="list">
              {passage.questions.map((question) => (
                <li>{question}</li>
              ))}
            </ul>
          </Panel>
          <Panel title="出典">
            <ul class="list">
              {passage.sources.map((source) => (
                <li>
                  {source.url ? (
                    <a href={source.url} rel="noreferrer">
                      {source.title}
                    </a>
                  ) : (
                    `${source.title}（${source.document}）`
                  )}
                  （{source.date}）
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </Page>
  );
}
