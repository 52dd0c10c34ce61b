/** 「なぜこの答えか」: a disclosure under the bot's answer. */
import { casePath } from '../paths.ts';
import type { Why } from './why.ts';

export function WhyPart({ why, caseId }: { why: Why; caseId: string }) {
  return (
    <details class="more">
      <summary>なぜこの答えか</summary>
      <dl class="facts">
        <dt>読みとったこと</dt>
        <dd>{why.route}</dd>
        {why.rule === null ? null : (
          <>
            <dt>もとにした決まり</dt>
            <dd>
              {why.rule.title ?? '今はない決まり'} <span class="muted small">（{why.rule.id}）</span>
              {why.rule.sources.map((source) => (
                <p class="muted small">
                  出典：{source.title}（{source.date}）
                </p>
              ))}
            </dd>
          </>
        )}
        {why.passages.length === 0 ? null : (
          <>
            <dt>選んだ記事</dt>
            <dd>
              <ol class="case-passages">
                {why.passages.map(({ id, title }) => (
                  <li>
                    {title === null ? (
                      <span class="muted">今はない記事（{id}）</span>
                    ) : (
                      <a href={casePath(caseId, `passages/${id}`)} target="_blank" rel="noopener">
                        {title}
                        <span class="visually-hidden">（新しい画面で開きます）</span>
                      </a>
                    )}
                  </li>
                ))}
              </ol>
            </dd>
          </>
        )}
        {why.confidence === null ? null : (
          <>
            <dt>合っている見込み</dt>
            <dd>{why.confidence}</dd>
          </>
        )}
      </dl>
    </details>
  );
}
