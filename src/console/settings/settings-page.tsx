/** The settings' page: times within which cases are answered, and the counselors' hours to look at. */
import { serviceText } from '../../guidance/hours/service-text.ts';
import type { CounselorHours } from '../../knowledge/service-hours.ts';
import type { SignedIn } from '../env.ts';
import { Button, TextField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Notice, Panel } from '../kit/parts.tsx';
import { type FieldErrors, SETTING_FIELDS } from './settings-form.ts';

export function SettingsPage({
  staff,
  values,
  errors = {},
  saved,
  hours,
  nowMs,
}: {
  readonly staff: SignedIn;
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FieldErrors;
  readonly saved: boolean;
  readonly hours: CounselorHours;
  readonly nowMs: number;
}) {
  return (
    <Page title="設定" at="settings" staff={staff} width="narrow">
      <div class="stack">
        {saved ? <Notice tone="green" title="保存しました。いまから、この時間で数えます。" /> : null}
        {Object.keys(errors).length > 0 ? (
          <Notice tone="red" title="まだ保存していません。赤いところを直してください。" />
        ) : null}
        <Panel title="お答えするまでの時間">
          <form class="form" method="post" action="/console/settings" novalidate>
            {SETTING_FIELDS.map(({ name, label, hint }) => (
              <TextField
                name={name}
                label={label}
                hint={hint}
                inputmode="numeric"
                autocomplete="off"
                value={values[name]}
                error={errors[name]}
                required
              />
            ))}
            <div class="actions">
              <Button kind="primary">保存する</Button>
            </div>
          </form>
        </Panel>
        <Hours hours={hours} nowMs={nowMs} />
      </div>
    </Page>
  );
}

function Hours({ hours, nowMs }: { hours: CounselorHours; nowMs: number }) {
  const text = serviceText(hours, hours.says, nowMs);
  const closed = [
    ...(hours.closed_on_holidays ? ['祝日'] : []),
    ...hours.closed_every_year.map(({ from, to }) => `毎年${dayWords(from)}から${dayWords(to)}`),
    ...hours.closed_extra,
  ];
  return (
    <Panel title="相談員がお答えする時間">
      {hours.confirmed_on === null ? (
        <Notice tone="amber" title="この時間は、まだ仮のものです。">
          <p>
            運営する方が実際の時間に直し、確かめた日を書きこむまで、患者さんにも仮の時間を案内しています。
          </p>
        </Notice>
      ) : null}
      <dl class="facts">
        <dt>曜日</dt>
        <dd>{hours.weekdays.join('・')}</dd>
        <dt>時間</dt>
        <dd>{hours.times.map(({ from, to }) => `${from}〜${to}`).join('、')}</dd>
        <dt>お休み</dt>
        <dd>{closed.length > 0 ? closed.join('、') : 'なし'}</dd>
        <dt>確かめた日</dt>
        <dd>{hours.confirmed_on ?? 'まだ'}</dd>
        <dt>いま</dt>
        <dd>{text.now}</dd>
      </dl>
      <p class="hint">
        ここでは変えられません。<code>knowledge/counselor-hours.yaml</code>
        を直して、手引きを作り直すと変わります。
      </p>
    </Panel>
  );
}

/** `12-29` as 「12月29日」. */
function dayWords(monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number);
  return `${month}月${day}日`;
}
