/** The end of a case: its record is offered first, but nothing is required. */

import type { CaseRecord } from '../../../store/record-questions.ts';
import { Button, LinkButton } from '../../kit/forms.tsx';
import { Page } from '../../kit/page.tsx';
import { Version } from '../acts/acts-part.tsx';
import { ChangedNotice } from '../acts/changed.tsx';
import { casePath } from '../paths.ts';
import type { CaseState } from '../view.ts';
import { RecordFields } from './record-part.tsx';

type Props = { readonly state: CaseState; readonly record: CaseRecord; readonly changed?: boolean };

export function ResolvePage({ state, record, changed }: Props) {
  const { case: one, me } = state;
  const path = casePath(one.id, 'resolve');
  return (
    <Page title="相談を終える" at="queue" staff={me} width="narrow">
      <p class="breadcrumb">
        <a href={casePath(one.id)}>← 相談に戻る</a>
      </p>
      {changed ? <ChangedNotice state={state} /> : null}
      <p class="lead">{toldPatient(state)}</p>
      <form method="post" action={path} class="form">
        <Version state={state} />
        <h2>相談の記録</h2>
        <p class="muted small">すべて、書かなくてもかまいません。あとからでも直せます。</p>
        <RecordFields record={record} />
        <div class="actions">
          <Button kind="primary" name="save" value="yes">
            記録して終える
          </Button>
          <Button name="save" value="no">
            記録せずに終える
          </Button>
          <LinkButton href={casePath(one.id)} kind="quiet">
            終えずに戻る
          </LinkButton>
        </div>
      </form>
    </Page>
  );
}

function toldPatient({ case: one, reason }: CaseState): string {
  if (one.claimedAtMs === null) return '担当になった相談員がいないので、患者さんには何も送りません。';
  const told = '患者さんに、相談員とのやりとりが終わったことをお知らせします。';
  const asked = one.firstAnsweredAtMs !== null && reason !== 'crisis' && one.surveySentAtMs === null;
  return asked ? `${told}短いアンケートも、一度だけ送ります。` : told;
}
