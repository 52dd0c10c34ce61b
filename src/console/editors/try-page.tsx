/** 「質問を試す」: a question, what a patient would get for it, and why. */
import type { Knowledge } from '../../conversation/knowledge.ts';
import { draftWords } from '../../editors/draft-words.ts';
import type { SignedIn } from '../env.ts';
import { Button, TextArea } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Badge, Notice, Panel } from '../kit/parts.tsx';
import { AnalysisPanel } from './analysis-panel.tsx';
import { StartPassageButton } from './draft-page.tsx';
import { LinePreview } from './line-preview.tsx';
import { ScoresPanel } from './scores-panel.tsx';
import { EditorsTabs } from './tabs.tsx';
import type { Trial } from './try-question.ts';
import { ROUTE_WORDS, ruleWords, whyWords } from './why-words.ts';

/** LINE takes no longer message from a patient. */
export const LONGEST = 5000;

type TryPageProps = {
  readonly staff: SignedIn;
  readonly text: string;
  readonly error?: string;
  readonly tried?: { readonly trial: Trial; readonly knowledge: Knowledge };
};

export function TryPage({ staff, text, error, tried }: TryPageProps) {
  return (
    <Page title="質問を試す" at="editors" staff={staff}>
      <EditorsTabs at="try" />
      <form class="form form-wide" method="post" action="/console/editors">
        <TextArea
          name="question"
          label="患者さんの質問"
          hint="患者さんの最初のメッセージとして試します。ここに書いた文は保存されません。"
          value={text}
          rows={3}
          error={error}
          attributes={{ lang: 'ja' }}
        />
        <div class="actions">
          <Button kind="primary">試す</Button>
        </div>
      </form>
      {tried ? <TrialView {...tried} /> : null}
    </Page>
  );
}

function TrialView({ trial, knowledge }: { trial: Trial; knowledge: Knowledge }) {
  const { decision, messages, analysis, found, passages } = trial;
  return (
    <div class="try-grid">
      <div class="stack">
        <Panel title="患者さんに届くもの" id="answer">
          <LinePreview messages={messages} />
        </Panel>
      </div>
      <div class="stack">
        <Panel title="どう判断したか" id="decision">
          <DecisionFacts trial={trial} knowledge={knowledge} />
          <h3>理由</h3>
          <ul class="list">
            {decision.why.map((line) => (
              <li>{whyWords(line, knowledge.handbook)}</li>
            ))}
          </ul>
        </Panel>
        <StartPassageButton words={draftWords([analysis], knowledge.handbook)} />
        <AnalysisPanel analysis={analysis} handbook={knowledge.handbook} />
      </div>
      <div class="try-wide stack">
        <ScoresPanel found={found} passages={passages} handbook={knowledge.handbook} />
      </div>
    </div>
  );
}

function DecisionFacts({ trial, knowledge }: { trial: Trial; knowledge: Knowledge }) {
  const { decision } = trial;
  const danger = decision.route === 'emergency' || decision.route === 'crisis';
  const searched =
    decision.confidence > 0 || decision.route === 'unclear' || decision.route === 'out_of_scope';
  return (
    <>
      <dl class="facts">
        <dt>行き先</dt>
        <dd>
          <Badge tone={danger ? 'red' : decision.route === 'answer' ? 'green' : 'grey'}>
            {ROUTE_WORDS[decision.route]}
          </Badge>
        </dd>
        <dt>決まり</dt>
        <dd>{decision.rule === null ? 'なし' : ruleWords(decision.rule, knowledge.handbook)}</dd>
        <dt>相談員への引き継ぎ</dt>
        <dd>{decision.escalation === null ? 'しない' : 'する'}</dd>
      </dl>
      {searched ? null : (
        <Notice tone="blue">
          <p>この文では、記事の検索より先に上の判断をしました。下の検索の点は参考です。</p>
        </Notice>
      )}
    </>
  );
}
