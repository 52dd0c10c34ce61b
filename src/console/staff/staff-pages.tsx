/** The pages on which administrators manage who works here. */
import type { ListedPerson, Person } from '../../store/staff.ts';
import type { SignedIn } from '../env.ts';
import { Button, LinkButton, SelectField, TextField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Badge, Moment, Notice, Panel, Table } from '../kit/parts.tsx';
import { ROLE_CHOICES, ROLE_WORDS } from './role-words.ts';

export function StaffPage({
  staff,
  people,
  done,
}: {
  readonly staff: SignedIn;
  readonly people: readonly ListedPerson[];
  readonly done: string | undefined;
}) {
  return (
    <Page title="スタッフ" at="staff" staff={staff}>
      {done === undefined ? null : <Notice tone="green" title={done} />}
      <p class="actions">
        <LinkButton href="/console/staff/new" kind="primary">
          人を加える
        </LinkButton>
      </p>
      <Table
        caption={`スタッフ（${people.length}人）`}
        head={['お名前', 'メールアドレス', '役割', '状態', '最後のログイン']}
      >
        {people.map((person) => (
          <tr>
            <th scope="row">
              <a href={`/console/staff/${person.id}`}>{person.name}</a>
              {person.id === staff.id ? <span class="muted">（あなた）</span> : null}
            </th>
            <td>{person.email}</td>
            <td>{ROLE_WORDS[person.role].name}</td>
            <td>
              <StateBadge person={person} />
            </td>
            <td>{person.lastSignInMs === null ? 'まだありません' : <Moment ms={person.lastSignInMs} />}</td>
          </tr>
        ))}
      </Table>
    </Page>
  );
}

function StateBadge({ person }: { person: Person }) {
  if (person.disabledAtMs !== null) return <Badge tone="grey">停止中</Badge>;
  if (person.twoFactorEnabled !== true) return <Badge tone="amber">準備中（2つめの鍵がまだ）</Badge>;
  return <Badge tone="green">使えます</Badge>;
}

export type NewPerson = { readonly email: string; readonly name: string; readonly role: string };
export type NewPersonFaults = Partial<Record<keyof NewPerson, string>>;

export function NewPersonPage({
  staff,
  given,
  faults,
}: {
  readonly staff: SignedIn;
  readonly given?: NewPerson;
  readonly faults?: NewPersonFaults;
}) {
  return (
    <Page title="人を加える" at="staff" staff={staff} width="narrow">
      <BackToStaff />
      <form class="form" method="post" action="/console/staff">
        <TextField
          name="name"
          label="お名前"
          value={given?.name}
          error={faults?.name}
          required
          autocomplete="off"
        />
        <TextField
          name="email"
          label="メールアドレス"
          hint="ログインに使います。メールは送られません。"
          type="email"
          value={given?.email}
          error={faults?.email}
          required
          autocomplete="off"
        />
        <SelectField
          name="role"
          label="役割"
          choices={ROLE_CHOICES}
          chosen={given?.role}
          error={faults?.role}
        />
        <RoleList />
        <div class="actions">
          <Button kind="primary">加えて招待リンクをつくる</Button>
        </div>
      </form>
    </Page>
  );
}

function RoleList() {
  return (
    <dl class="facts">
      {ROLE_CHOICES.map(({ id, label }) => (
        <>
          <dt>{label}</dt>
          <dd>{ROLE_WORDS[id].may}</dd>
        </>
      ))}
    </dl>
  );
}

/** Shown once: the service keeps no copy of the link. */
export function LinkPage({ staff, name, link }: { staff: SignedIn; name: string; link: string }) {
  return (
    <Page title="招待リンク" at="staff" staff={staff} width="narrow">
      <Notice tone="amber" title="このリンクは一度しか表示されません">
        <p>
          {name}
          さん本人だけに、直接または安全な方法で渡してください。開いた人がパスワードを決められます。72時間以内に、一度だけ使えます。
        </p>
      </Notice>
      <p>
        <code class="copy">{link}</code>
      </p>
      <p class="actions">
        <LinkButton href="/console/staff" kind="primary">
          渡す用意ができました
        </LinkButton>
      </p>
    </Page>
  );
}

export function PersonPage({
  staff,
  person,
  problem,
}: {
  readonly staff: SignedIn;
  readonly person: Person;
  readonly problem?: string | undefined;
}) {
  const path = `/console/staff/${person.id}`;
  const self = person.id === staff.id;
  return (
    <Page title={person.name} at="staff" staff={staff} width="narrow">
      <BackToStaff />
      {problem === undefined ? null : <Notice tone="red" title={problem} />}
      <dl class="facts">
        <dt>メールアドレス</dt>
        <dd>{person.email}</dd>
        <dt>役割</dt>
        <dd>{ROLE_WORDS[person.role].name}</dd>
        <dt>状態</dt>
        <dd>
          <StateBadge person={person} />
        </dd>
      </dl>
      {self ? (
        <Notice tone="grey" title="ご自分の役割や停止は、ここでは変えられません">
          <p>ほかの管理者に頼んでください。パスワードと認証アプリは、自分のページで変えられます。</p>
        </Notice>
      ) : (
        <>
          <Panel title="役割">
            <form class="form" method="post" action={`${path}/role`}>
              <SelectField name="role" label="新しい役割" choices={ROLE_CHOICES} chosen={person.role} />
              <div class="actions">
                <Button>役割を変える</Button>
              </div>
            </form>
          </Panel>
          <Panel title="新しい招待リンク">
            <p>
              パスワードを忘れたとき、スマートフォンをなくしたときに使います。つくるとすぐに、今のパスワード、2つめの鍵、ログイン中の端末はすべて使えなくなります。
            </p>
            <form method="post" action={`${path}/invitation`}>
              <Button>新しい招待リンクをつくる</Button>
            </form>
          </Panel>
          {person.disabledAtMs === null ? (
            <Panel title="停止">
              <p>すぐにログアウトし、ログインできなくなります。これまでの記録は残ります。</p>
              <form method="post" action={`${path}/disable`}>
                <Button kind="danger">{person.name}さんを停止する</Button>
              </form>
            </Panel>
          ) : (
            <Panel title="再開">
              <p>前のパスワードと2つめの鍵で、また使えるようになります。</p>
              <form method="post" action={`${path}/enable`}>
                <Button>{person.name}さんを再開する</Button>
              </form>
            </Panel>
          )}
        </>
      )}
    </Page>
  );
}

function BackToStaff() {
  return (
    <p>
      <a href="/console/staff">スタッフの一覧へ戻る</a>
    </p>
  );
}
