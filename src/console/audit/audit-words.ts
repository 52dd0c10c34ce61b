/** How admins read the audit: each action and each small fact in Japanese. */
import { clockOf, isoDay, tokyoDayOf } from '../../guidance/hours/tokyo-time.ts';
import type { AuditAction } from '../../store/audit.ts';
import type { AuditRow } from '../../store/audit-log.ts';

export const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  signed_in: 'ログインした',
  sign_in_failed: 'ログインに失敗した',
  signed_out: 'ログアウトした',
  signed_out_everywhere: 'すべての端末でログアウトした',
  invited: 'スタッフを招いた',
  invitation_used: '招待を使って登録した',
  second_factor_set: '2つ目の確認を設定した',
  staff_changed: 'スタッフの情報を変えた',
  case_seen: '相談を開いた',
  case_claimed: '相談を引き受けた',
  case_taken_over: '返事のない相談を引き取った',
  case_released: '担当を外れた',
  case_returned: '返事がないため、待っている相談に戻った',
  case_transferred: '担当を引き継いだ',
  case_resolved: '相談を終えた',
  cases_searched: '自分の相談を探した',
  media_seen: '写真などを見た',
  message_written: '患者さんへのメッセージを書いた',
  message_undone: 'メッセージを送る前に取り消した',
  message_retried: '送れなかったメッセージを送りなおした',
  note_added: 'メモを書いた',
  follow_up_set: '見直す日を決めた',
  record_changed: '相談の記録を変えた',
  report_seen: '集計を見た',
  report_exported: '表をファイルに書き出した',
  questions_seen: '質問の一覧を見た',
  question_tried: '質問を試した',
  passage_started: '記事を書きはじめた',
  audit_seen: '操作の記録を見た',
  settings_changed: '設定を変えた',
};

/** Names of facts; one that is not here is shown by its own name. */
const FACT_WORDS: Readonly<Record<string, string>> = {
  message: 'メッセージ',
  parts: '送った数',
  from: '前の担当',
  to: '次の担当',
  of: '対象',
  staff: '対象',
  mentioned: '知らせた人数',
  on: '日',
  questions: '項目',
  cases: '探した相談',
  hits: '見つかったところ',
  step: '段階',
  locked: '一時停止になった',
  what: '内容',
  role: '役割',
  table: '表',
  rows: '行数',
  filters: '絞りこみ',
  firstDay: 'はじめの日',
  lastDay: 'おわりの日',
  masked: '5未満を伏せた',
  kind: '種類',
  survey: 'アンケート',
  route: '応じ方',
  topic: '話題',
  crisisMinutes: '死にたい気持ち（分）',
  emergencyMinutes: '緊急の症状（分）',
  otherMinutes: 'そのほか（分）',
  silentMinutes: '返事なし（分）',
};

const VALUE_WORDS: Readonly<Record<string, string>> = {
  true: 'はい',
  false: 'いいえ',
  null: 'なし',
  counselor: '相談員',
  editor: '編集者',
  admin: '管理者',
  unanswered: '答えが見つからなかった質問',
  negative: '役に立たなかった質問',
  password: 'パスワード',
  code: '確認コード',
  'backup-codes': '予備のコード',
};

/** What an entry's action is called; one of an older version by its own name. */
export function actionWords(action: string): string {
  return (ACTION_WORDS as Readonly<Record<string, string>>)[action] ?? action;
}

/** The facts of an entry, ids of staff as names: 「前の担当：相談 花子、…」. */
export function factsText(detail: AuditRow['detail'], names: ReadonlyMap<string, string>): string {
  return Object.entries(detail ?? {})
    .map(([fact, value]) => {
      const text = String(value);
      return `${FACT_WORDS[fact] ?? fact}：${names.get(text) ?? VALUE_WORDS[text] ?? text}`;
    })
    .join('、');
}

/** When it was, to the second, in Japan's time: 2026-11-24 10:05:33. */
export function timeText(atMs: number): { readonly day: string; readonly clock: string } {
  const seconds = new Date(atMs).toISOString().slice(17, 19);
  return { day: isoDay(tokyoDayOf(atMs)), clock: `${clockOf(atMs)}:${seconds}` };
}

/** Who did it: the service itself where it was nobody. */
export function actorWords(staffId: string | null, names: ReadonlyMap<string, string>): string {
  return staffId === null ? '（自動）' : (names.get(staffId) ?? staffId);
}
