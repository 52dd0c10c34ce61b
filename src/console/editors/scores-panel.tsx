/** The passages that were compared for a question: points by field, why the second lost, and how sure it is. */
import { ANSWER_FROM, CHOICES_FROM } from '../../conversation/answer-question.ts';
import { PART_WORDS, termWords } from '../../editors/term-words.ts';
import type { Handbook } from '../../knowledge/handbook.ts';
import { confidenceParts, EVIDENCE_NAMES } from '../../retrieval/confidence.ts';
import { type ExplainedPassage, PARTS } from '../../retrieval/explain.ts';
import type { Found } from '../../retrieval/retriever.ts';
import { Badge, Empty, Panel, Table } from '../kit/parts.tsx';
import { points, runnerUpText } from './runner-up.ts';
import { EVIDENCE_WORDS } from './why-words.ts';

/** Of a passage's terms the weightiest are told one by one. */
const SHOWN_TERMS = 12;

type Props = {
  readonly found: Found;
  readonly passages: readonly ExplainedPassage[];
  readonly handbook: Handbook;
};

export function ScoresPanel({ found, passages, handbook }: Props) {
  const [first, second] = passages;
  if (!first) {
    return (
      <Panel title="記事の点" id="scores">
        <Empty title="言葉の重なる記事がありません">
          <p>手がかりになる言葉が、患者必携のどの記事にもありません。</p>
        </Empty>
      </Panel>
    );
  }
  return (
    <>
      <Panel title="記事の点" id="scores">
        <p>
          {second
            ? runnerUpText(first, second, handbook)
            : `言葉の重なる記事は「${first.passage.title}」だけです。`}
        </p>
        <ScoreTable passages={passages} />
        <p class="muted small">
          点は小数第4位を四捨五入しているので、内訳の和と合計は末尾がずれることがあります。
          題名から本文までの点は、言葉の珍しさと出方から決まる点に「重なった言葉」の数を掛け、検索で一番の記事の和が1になるようにそろえたものです。
          「近い聞き方」は、題名と質問の例のうち質問に最も近いひとつとの近さで、最高1.2点です。
          患者さんに出るのは3つまでで、同じ話題は2つまでです。
        </p>
        {passages.map((passage, i) => (
          <TermDetails passage={passage} place={i + 1} handbook={handbook} />
        ))}
      </Panel>
      <ConfidencePanel found={found} />
    </>
  );
}

function ScoreTable({ passages }: { passages: readonly ExplainedPassage[] }) {
  const head = ['順位', '記事', ...PARTS.map((part) => PART_WORDS[part]), '合計', '重なった言葉', '出るか'];
  return (
    <Table caption={`点の高い順に${passages.length}つの記事`} head={head} numeric={[0, 2, 3, 4, 5, 6, 7, 8]}>
      {passages.map(({ passage, parts, score, matched, shown }, i) => (
        <tr>
          <td class="number">{i + 1}</td>
          <th scope="row">
            <a href={`/console/editors/passages/${passage.id}`}>{passage.title}</a>
          </th>
          {PARTS.map((part) => (
            <td class="number">{points(Math.round(parts[part] * 1000))}</td>
          ))}
          <td class="number">
            <b>{points(Math.round(score * 1000))}</b>
          </td>
          <td class="number">{matched}</td>
          <td>{shown ? <Badge tone="green">候補</Badge> : '出ない'}</td>
        </tr>
      ))}
    </Table>
  );
}

function TermDetails({
  passage: { passage, terms, nearest },
  place,
  handbook,
}: {
  readonly passage: ExplainedPassage;
  readonly place: number;
  readonly handbook: Handbook;
}) {
  const told = terms.slice(0, SHOWN_TERMS);
  const rest = terms.slice(SHOWN_TERMS).reduce((sum, term) => sum + term.points, 0);
  return (
    <details class="more">
      <summary>
        {place}位「{passage.title}」の点の内訳
      </summary>
      {nearest ? (
        <p>
          近い聞き方：「{nearest.text}」（近さ {nearest.similarity.toFixed(2)}）
        </p>
      ) : null}
      <Table caption={`${place}位の言葉ごとの点`} head={['どこ', '言葉', '点']} numeric={[2]}>
        {told.map(({ part, term, points: p }) => (
          <tr>
            <td>{PART_WORDS[part]}</td>
            <td>{termWords(term, handbook)}</td>
            <td class="number">{points(Math.round(p * 1000))}</td>
          </tr>
        ))}
        {terms.length > SHOWN_TERMS ? (
          <tr>
            <td colspan={2}>ほか{terms.length - SHOWN_TERMS}件の合計</td>
            <td class="number">{points(Math.round(rest * 1000))}</td>
          </tr>
        ) : null}
      </Table>
    </details>
  );
}

function ConfidencePanel({ found }: { found: Found }) {
  const { bias, points: parts } = confidenceParts(found.evidence);
  const percent = Math.round(found.confidence * 100);
  return (
    <Panel title="確信度" id="sureness">
      <p>
        1位の記事の話題が質問に合っている見込みは<b>{percent}%</b>です。{Math.round(ANSWER_FROM * 100)}
        %以上なら記事をそのまま示し、{Math.round(CHOICES_FROM * 100)}
        %以上なら近い記事から選んでもらい、それ未満なら記事を示しません。
      </p>
      <Table caption="確信度の材料" head={['材料', '値', '見込みへの影響']} numeric={[1, 2]}>
        {EVIDENCE_NAMES.map((name) => (
          <tr>
            <th scope="row">{EVIDENCE_WORDS[name]}</th>
            <td class="number">{found.evidence[name].toFixed(2)}</td>
            <td class="number">{signed(parts[name])}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">はじめの値</th>
          <td class="number">－</td>
          <td class="number">{signed(bias)}</td>
        </tr>
      </Table>
      <p class="muted small">影響の和が0のとき、見込みは50%です。和が大きいほど100%に近づきます。</p>
    </Panel>
  );
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '＋'}${Math.abs(value).toFixed(2)}`;
}
