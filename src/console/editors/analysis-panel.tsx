/** How a question is read, step by step, until its terms are left. */

import { groupWord } from '../../editors/term-words.ts';
import type { Handbook } from '../../knowledge/handbook.ts';
import type { Analysis } from '../../language/analyse.ts';
import { isContentWord } from '../../language/content-words.ts';
import type { Token } from '../../language/token.ts';
import { Panel, Table } from '../kit/parts.tsx';

/** A message of 5,000 characters has thousands of words; nobody reads them all. */
const SHOWN_TOKENS = 200;
const SHOWN_TERMS = 120;
const SHOWN_SYNONYMS = 8;

export function AnalysisPanel({ analysis, handbook }: { analysis: Analysis; handbook: Handbook }) {
  const { normal, tokens, words, groups, grams, sounds, kanaOnly } = analysis;
  return (
    <Panel title="言葉の分け方" id="analysis">
      <ol class="steps">
        <li>
          <h3>表記をそろえる</h3>
          <p class="words">{normal === '' ? '（文字が残りません）' : normal}</p>
          {kanaOnly ? <p class="muted">かなだけの文なので、読みの音を重く見ます。</p> : null}
        </li>
        <li>
          <h3>単語に分ける</h3>
          <Tokens tokens={tokens} />
        </li>
        <li>
          <h3>手がかりになる言葉</h3>
          <TermList terms={words} none="ありません。助詞やあいさつだけの文です。" />
        </li>
        <li>
          <h3>用語集で同じ意味とされる言葉</h3>
          <Groups groups={groups} handbook={handbook} />
        </li>
        <li>
          <h3>表記の違いに備える手がかり</h3>
          <details class="more">
            <summary>
              2文字の並び{grams.length}個、読みの音{sounds.length}個
            </summary>
            <h4>2文字の並び</h4>
            <TermList terms={grams.map((gram) => gram.slice(1))} none="ありません。" />
            <h4>読みの音（3文字ずつ）</h4>
            <TermList terms={sounds.map((sound) => sound.slice(1))} none="ありません。" />
          </details>
        </li>
      </ol>
    </Panel>
  );
}

function Tokens({ tokens }: { tokens: readonly Token[] }) {
  if (tokens.length === 0) return <p class="muted">単語がありません。</p>;
  const rest = tokens.length - SHOWN_TOKENS;
  return (
    <>
      <Table caption="単語と品詞" head={['単語', 'もとの形', '品詞', '読み', '手がかりにするか']}>
        {tokens.slice(0, SHOWN_TOKENS).map((token) => (
          <tr>
            <th scope="row">{token.surface}</th>
            <td>{token.base}</td>
            <td>{[token.pos, token.posDetail1].filter((part) => part !== '*').join('・')}</td>
            <td>{token.reading ?? (token.known ? '' : '（辞書にない言葉）')}</td>
            <td>{isContentWord(token) ? 'する' : 'しない'}</td>
          </tr>
        ))}
      </Table>
      {rest > 0 ? <p class="muted">ほかに{rest}語あります（判断には使っています）。</p> : null}
    </>
  );
}

function TermList({ terms, none }: { terms: readonly string[]; none: string }) {
  const each = [...new Set(terms)];
  if (each.length === 0) return <p class="muted">{none}</p>;
  const rest = each.length - SHOWN_TERMS;
  return (
    <p class="terms">
      {each.slice(0, SHOWN_TERMS).map((term) => (
        <span class="term">{term}</span>
      ))}
      {rest > 0 ? <span class="muted">ほか{rest}個</span> : null}
    </p>
  );
}

function Groups({ groups, handbook }: { groups: readonly string[]; handbook: Handbook }) {
  if (groups.length === 0) return <p class="muted">ありません。</p>;
  return (
    <ul class="list">
      {groups.map((group) => {
        const words = handbook.terms.find((g) => g.id === group.slice(1))?.words ?? [];
        const others = words.slice(1, 1 + SHOWN_SYNONYMS).map((word) => word.surface);
        return (
          <li>
            <span class="term">{groupWord(group, handbook)}</span>
            {others.length > 0 ? `：${others.join('、')}` : ''}
            {words.length > 1 + SHOWN_SYNONYMS ? `、ほか${words.length - 1 - SHOWN_SYNONYMS}語` : ''}
          </li>
        );
      })}
    </ul>
  );
}
