/** 「記事を書きはじめる」: the subject, the title and the place of a new passage; then its file is downloaded. */
import type { Topic } from '../../knowledge/topics.ts';
import type { SignedIn } from '../env.ts';
import { Button, SelectField, TextField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Notice } from '../kit/parts.tsx';
import type { DraftErrors, DraftFields } from './draft-form.ts';
import { EditorsTabs } from './tabs.tsx';

/** A button that opens the form with `words` in it. */
export function StartPassageButton({ words }: { words: readonly string[] }) {
  return (
    <form method="post" action="/console/editors/draft">
      <input type="hidden" name="words" value={words.join(' ')} />
      <Button>この話題で記事を書きはじめる</Button>
    </form>
  );
}

type DraftPageProps = {
  readonly staff: SignedIn;
  readonly fields: DraftFields;
  readonly errors?: DraftErrors;
  readonly topics: readonly Topic[];
};

export function DraftPage({ staff, fields, errors = {}, topics }: DraftPageProps) {
  return (
    <Page title="記事を書きはじめる" at="editors" staff={staff} width="narrow">
      <EditorsTabs at={null} />
      {Object.keys(errors).length > 0 ? (
        <Notice tone="red" title="まだファイルを作れません">
          <p>下の赤い文を見て、直してください。</p>
        </Notice>
      ) : null}
      <p>
        記事のファイルをダウンロードします。書き出しに要る項目がそろっていて、残りは本文、聞き方、担当医への質問、出典です。書き残しがあると、次の
        check が場所を示します。
      </p>
      <form class="form" method="post" action="/console/editors/draft/file">
        <TextField
          name="words"
          label="記事で扱う言葉"
          hint="間を空けて並べます。ファイルに入るのはこの言葉だけで、患者さんの文は入りません。"
          value={fields.words}
          error={errors.words}
        />
        <SelectField
          name="topic"
          label="話題"
          hint="近い記事の話題を選んであります。合わなければ選びなおしてください。"
          error={errors.topic}
          choices={topics.map(({ id, title }) => ({ id, label: title }))}
          chosen={fields.topic}
          none="選んでください"
        />
        <TextField
          name="title"
          label="題名"
          hint="30字まで。患者さんの言葉で。"
          value={fields.title}
          error={errors.title}
        />
        <TextField
          name="name"
          label="ファイルの名前"
          hint="英小文字・数字・ハイフン。空なら、話題から名前を付けます。"
          value={fields.name}
          error={errors.name}
          optional
        />
        <div class="actions">
          <Button kind="primary">ファイルをダウンロード</Button>
        </div>
      </form>
      <h2>ダウンロードしたら</h2>
      <ol>
        <li>ファイルの初めの行にある場所（knowledge/passages/章/名前.md）に置き、本文などを書きます。</li>
        <li>
          <code>npm run -s knowledge -- check</code> で、直すところがないか確かめます。
        </li>
        <li>
          <code>npm run -s ask -- "質問"</code> か、ここの「質問を試す」で、届き方を確かめます。
        </li>
      </ol>
    </Page>
  );
}
