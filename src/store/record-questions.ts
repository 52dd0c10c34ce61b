/**
 * What is written down about a case: the categories and outcomes of the 2010 report (reference 2 and the telephone
 * line's contents). One table: form, report and CSV read it; a case's answers are rows of `case_records`.
 */

export type RecordQuestion = {
  readonly id: string;
  readonly label: string;
  /** Whether several answers may be given. */
  readonly several: boolean;
  readonly answers: readonly { readonly id: string; readonly label: string }[];
};

/** Stands in every question: the counselor looked and does not know. No answer at all is kept as none. */
export const NOT_KNOWN = { id: 'not_known', label: '不明' } as const;

export const RECORD_QUESTIONS = [
  {
    id: 'user',
    label: '利用者',
    several: false,
    answers: [{ id: 'patient', label: '本人' }, { id: 'family', label: '家族' }, NOT_KNOWN],
  },
  {
    id: 'gender',
    label: '性別',
    several: false,
    answers: [
      { id: 'male', label: '男性' },
      { id: 'female', label: '女性' },
      { id: 'other', label: 'その他' },
      NOT_KNOWN,
    ],
  },
  {
    id: 'residence',
    label: '住所',
    several: false,
    answers: [
      { id: 'tokyo_area', label: '東京近郊' },
      { id: 'elsewhere_in_japan', label: 'その他国内' },
      { id: 'abroad', label: '海外' },
      NOT_KNOWN,
    ],
  },
  {
    id: 'stage',
    label: '進行度',
    several: false,
    answers: [
      { id: 'early', label: '早期' },
      { id: 'advanced_or_recurrent', label: '進行・再発期' },
      { id: 'other', label: 'その他' },
      NOT_KNOWN,
    ],
  },
  {
    id: 'subject',
    label: '相談内容',
    several: false,
    answers: [
      { id: 'treatment', label: '治療に関すること' },
      { id: 'diagnosis', label: '診断に関すること' },
      NOT_KNOWN,
    ],
  },
  {
    id: 'contents',
    label: '相談内容の分類',
    several: true,
    answers: [
      { id: 'treatment_adequacy', label: '治療内容の妥当性' },
      { id: 'stopping_treatment', label: '治療中止の不利益' },
      { id: 'symptoms', label: '副作用等の身体症状' },
      { id: 'talking_with_doctor', label: '医師とのコミュニケーション' },
      { id: 'alternative_therapy', label: '代替療法' },
      { id: 'screening', label: 'がん検診' },
      { id: 'other', label: 'その他' },
      NOT_KNOWN,
    ],
  },
  {
    id: 'response',
    label: '対応内容',
    several: true,
    answers: [
      { id: 'listened', label: '気持ちや心配を聴いた' },
      { id: 'handbook', label: '患者必携の内容を案内した' },
      { id: 'preparing_for_doctor', label: '担当医に聞くことを一緒に整理した' },
      { id: 'referred', label: 'ほかの窓口を紹介した' },
      { id: 'urgent_care', label: '受診・救急を案内した' },
      { id: 'no_contact', label: '返事がなく終えた' },
      { id: 'other', label: 'その他' },
      NOT_KNOWN,
    ],
  },
  {
    id: 'referral',
    label: '紹介先',
    several: true,
    answers: [
      { id: 'telephone', label: '電話' },
      { id: 'second_opinion_clinic', label: '対話外来' },
      { id: 'centre', label: '相談支援センター' },
      { id: 'own_doctor', label: '主治医' },
      { id: 'none', label: '紹介なし' },
      NOT_KNOWN,
    ],
  },
] as const satisfies readonly RecordQuestion[];

export type RecordQuestionId = (typeof RECORD_QUESTIONS)[number]['id'];

/** A case's answers: the ids chosen for each question; a question without an entry was left open. */
export type CaseRecord = Partial<Record<RecordQuestionId, readonly string[]>>;
