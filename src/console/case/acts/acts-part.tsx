/** Who has the case, by when it is to be answered, and the buttons that change it. */
import type { Colleague } from '../../../store/case-view.ts';
import { REASON_WORDS, STATUS_WORDS } from '../../kit/case-words.ts';
import { Button, LinkButton, SelectField } from '../../kit/forms.tsx';
import { Badge, Moment, spanText } from '../../kit/parts.tsx';
import { casePath } from '../paths.ts';
import type { CaseState } from '../view.ts';

type Props = {
  readonly state: CaseState;
  readonly counselors: readonly Colleague[];
  /** Put in place of the one that stands on the page. */
  readonly fresh?: boolean;
};

export function ActsPart({ state, counselors, fresh }: Props) {
  const { case: one, reason } = state;
  const reasonWords = REASON_WORDS[reason];
  const status = STATUS_WORDS[one.status];
  return (
    <section class="panel" id="acts" aria-label="担当" {...(fresh ? { 'hx-swap-oob': 'outerMorph' } : {})}>
      <h2>担当</h2>
      <div class="row">
        <Badge tone={reasonWords.tone}>{reasonWords.label}</Badge>
        <Badge tone={status.tone}>{status.label}</Badge>
      </div>
      <dl class="facts">
        <dt>担当</dt>
        <dd>{state.mine ? 'あなた' : (state.holderName ?? 'まだいません')}</dd>
        <dt>はじまり</dt>
        <dd>
          <Moment ms={one.openedAtMs} />
        </dd>
        <Due state={state} />
      </dl>
      <Acts state={state} counselors={counselors} />
    </section>
  );
}

function Due({ state: { targetMs, nowMs } }: { state: CaseState }) {
  if (targetMs === null) return null;
  const late = nowMs > targetMs;
  return (
    <>
      <dt>はじめの返事の目標</dt>
      <dd>
        <Moment ms={targetMs} />{' '}
        <span class={late ? 'clock clock-late' : 'clock clock-fine'}>
          {late ? `${spanText(nowMs - targetMs)}過ぎています` : `あと${spanText(targetMs - nowMs)}`}
        </span>
      </dd>
    </>
  );
}

function Acts({ state, counselors }: Props) {
  const { case: one } = state;
  switch (one.status) {
    case 'waiting':
      return (
        <div class="actions">
          <ActButton state={state} act="claim" kind="primary">
            担当になる
          </ActButton>
          <LinkButton href={casePath(one.id, 'resolve')}>返事をせずに終える</LinkButton>
        </div>
      );
    case 'claimed':
      if (state.mine) return <OwnActs state={state} counselors={counselors} />;
      if (!state.silent) return <p class="muted small">返事ができるのは、担当の相談員だけです。</p>;
      return (
        <div class="stack-tight">
          <p>患者さんへの返事が、しばらく止まっています。</p>
          <ActButton state={state} act="take-over" kind="primary">
            担当を引き受ける
          </ActButton>
        </div>
      );
    case 'resolved':
      return <p class="muted small">患者さんがまた相談すると、新しい相談として一覧にのります。</p>;
    default:
      return one.status satisfies never;
  }
}

function OwnActs({ state, counselors }: Props) {
  const others = counselors.filter(({ id }) => id !== state.me.id);
  const path = casePath(state.case.id, 'transfer');
  return (
    <div class="stack-tight">
      <div class="actions">
        <LinkButton href={casePath(state.case.id, 'resolve')} kind="primary">
          相談を終える
        </LinkButton>
        <ActButton state={state} act="release">
          一覧に戻す
        </ActButton>
      </div>
      {others.length === 0 ? null : (
        <details class="more">
          <summary>ほかの相談員に引き継ぐ</summary>
          <form method="post" action={path} class="form">
            <Version state={state} />
            <SelectField
              name="to"
              label="引き継ぐ相手"
              none="選んでください"
              choices={others.map(({ id, name }) => ({ id, label: name }))}
            />
            <Button>引き継ぐ</Button>
          </form>
        </details>
      )}
    </div>
  );
}

type ActButtonProps = {
  readonly state: CaseState;
  readonly act: 'claim' | 'release' | 'take-over';
  readonly kind?: 'primary' | 'plain';
  readonly children: string;
};

function ActButton({ state, act, kind = 'plain', children }: ActButtonProps) {
  return (
    <form method="post" action={casePath(state.case.id, act)}>
      <Version state={state} />
      <Button kind={kind}>{children}</Button>
    </form>
  );
}

export function Version({ state }: { state: CaseState }) {
  return <input type="hidden" name="version" value={String(state.case.version)} />;
}
