/** A passage as a patient reads it. */
import type { Passage } from '../../knowledge/passage.ts';

export function PassageText({ passage }: { passage: Passage }) {
  return (
    <div class="stack-tight">
      {passage.body.map((block) =>
        block.kind === 'paragraph' ? (
          <p>{block.text}</p>
        ) : (
          <ul>
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        ),
      )}
      <p class="small">担当医への質問：{passage.ask.map((question) => `「${question}」`).join('')}</p>
      <p class="small muted">
        出典：{passage.sources.map((source) => `${source.title}（${source.date}）`).join('、')}
      </p>
      <p class="small muted">
        {passage.reviewed
          ? `医療者が確認した日：${passage.reviewed.on}`
          : 'この記事は、まだ医療者の確認を受けていません。'}
      </p>
    </div>
  );
}
