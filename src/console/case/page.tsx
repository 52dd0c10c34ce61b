/** The page of a case: the conversation and the answer at its left, all that is known about the case at its right. */
import type { Handbook } from '../../knowledge/handbook.ts';
import type { Colleague, HistoryRow, OtherCase } from '../../store/case-view.ts';
import type { CaseRecord } from '../../store/record-questions.ts';
import { isRed, REASON_WORDS } from '../kit/case-words.ts';
import { Page } from '../kit/page.tsx';
import { Moment, Notice } from '../kit/parts.tsx';
import { ActsPart } from './acts/acts-part.tsx';
import { ChangedNotice } from './acts/changed.tsx';
import { AnswerPart } from './answer/answer-part.tsx';
import { type CentreSearch, CentresPart } from './answer/centres-part.tsx';
import type { Draft } from './answer/draft.ts';
import { type PassageSearch, PassagesPart } from './answer/passages-part.tsx';
import { Conversation } from './conversation/conversation.tsx';
import { HistoryPart, OtherCasesPart } from './history/history-part.tsx';
import { FollowUpPart, type NoteDraft, NotesPart } from './notes/notes-part.tsx';
import type { NoteText } from './notes/read-notes.ts';
import { RecordPart } from './record/record-part.tsx';
import type { SelfTold } from './told/self-told.ts';
import { ToldPart } from './told/told-part.tsx';
import type { CaseState, Talk } from './view.ts';

export type CaseView = {
  readonly state: CaseState;
  readonly talk: Talk;
  /** Whether the newest messages stand on the page: then it is live. */
  readonly whole: boolean;
  readonly told: SelfTold;
  readonly counselors: readonly Colleague[];
  readonly notes: readonly NoteText[];
  readonly record: CaseRecord;
  readonly history: readonly HistoryRow[];
  readonly others: readonly OtherCase[];
  readonly cannedReplies: Handbook['cannedReplies'];
};

/** What the person at the screen is in the middle of. */
export type Doing = {
  readonly draft: Draft;
  readonly note: NoteDraft;
  readonly passages: PassageSearch;
  readonly centres: CentreSearch;
  /** An act of theirs met somebody else's. */
  readonly changed: boolean;
};

export function CasePage({ view, doing }: { view: CaseView; doing: Doing }) {
  const { state, counselors } = view;
  const caseId = state.case.id;
  const colleagues = counselors.filter(({ id }) => id !== state.me.id);
  return (
    <Page title={`相談（${REASON_WORDS[state.reason].label}）`} at="queue" staff={state.me}>
      <p class="breadcrumb">
        <a href="/console">← 相談の一覧</a>
      </p>
      {doing.changed ? <ChangedNotice state={state} /> : null}
      <Warnings state={state} />
      <div class="case-grid">
        <div class="stack">
          <Conversation state={state} talk={view.talk} whole={view.whole} />
          <AnswerPart
            state={state}
            draft={doing.draft}
            cannedReplies={view.cannedReplies}
            from={view.talk.from}
          />
          {state.mine ? (
            <>
              <PassagesPart state={state} search={doing.passages} />
              <CentresPart state={state} search={doing.centres} />
            </>
          ) : null}
        </div>
        <div class="case-side">
          <ActsPart state={state} counselors={counselors} />
          <ToldPart told={view.told} />
          <NotesPart caseId={caseId} notes={view.notes} colleagues={colleagues} draft={doing.note} />
          <FollowUpPart caseId={caseId} on={state.case.followUpOn} />
          <RecordPart caseId={caseId} record={view.record} />
          <OtherCasesPart cases={view.others} />
          <HistoryPart rows={view.history} colleagues={counselors} />
        </div>
      </div>
    </Page>
  );
}

function Warnings({ state }: { state: CaseState }) {
  return (
    <>
      {state.blockedAtMs === null ? null : (
        <Notice tone="red" title="この患者さんには、いま届きません">
          <p>
            <Moment ms={state.blockedAtMs} />
            にブロックされたか、友だちから外されました。ここで返事を書いても届きません。
          </p>
        </Notice>
      )}
      {isRed(state.reason) && state.case.status !== 'resolved' ? (
        <Notice tone="amber" title="できるだけ二人で対応してください">
          <ul>
            <li>短く返し、ひとつずつ具体的にたずねます。相手の言葉をそのままくり返しません。</li>
            <li>返事が遅れるときは、先にそう伝えます。</li>
            <li>危険がせまっているときは、119と、そばにいる人につなぎます。</li>
          </ul>
        </Notice>
      ) : null}
    </>
  );
}
