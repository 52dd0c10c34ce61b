/** The settings form: four numbers of minutes, each with what it means and its bounds. */
import { z } from 'zod';
import type { DeskSettings } from '../../store/settings.ts';

type SettingField = {
  readonly name: keyof DeskSettings;
  readonly label: string;
  readonly hint: string;
  readonly most: number;
};

/** The bounds are those of store/settings.ts: a value outside them would fall back to the default there. */
export const SETTING_FIELDS: readonly SettingField[] = [
  {
    name: 'crisisMinutes',
    label: '「死にたい気持ち」の相談にお答えするまで（分）',
    hint: '届いたときから数えます。夜や休みの日も同じです。1〜120分。はじめの値は5分です。',
    most: 120,
  },
  {
    name: 'emergencyMinutes',
    label: '「緊急の症状」の相談にお答えするまで（分）',
    hint: '届いたときから数えます。夜や休みの日も同じです。1〜240分。はじめの値は15分です。',
    most: 240,
  },
  {
    name: 'otherMinutes',
    label: 'そのほかの相談にお答えするまで（分）',
    hint: '相談員の時間に届いた相談はそのときから、時間の外に届いた相談は次に始まる時刻から数えます。1〜1440分。はじめの値は60分です。',
    most: 1440,
  },
  {
    name: 'silentMinutes',
    label: '担当が返事をしないまま過ぎてよい時間（分）',
    hint: '患者さんが書いてから担当の返事がこの時間ないと、相談は「待っている」に戻り、ほかの相談員が引き受けられます。1〜1440分。はじめの値は30分です。',
    most: 1440,
  },
];

export type FieldErrors = Partial<Record<keyof DeskSettings, string>>;

export type ReadSettings =
  | { readonly kind: 'valid'; readonly settings: DeskSettings }
  /** What was typed, to be shown again. */
  | {
      readonly kind: 'wrong';
      readonly typed: Readonly<Record<string, string>>;
      readonly errors: FieldErrors;
    };

/** Digits in full width are digits too: a Japanese keyboard writes them. */
const digits = z
  .string()
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(z.string().regex(/^\d{1,6}$/))
  .transform(Number);

/** The settings of a posted form, or what is wrong with each field. */
export function readSettingsForm(form: Readonly<Record<string, unknown>>): ReadSettings {
  const errors: FieldErrors = {};
  const typed: Record<string, string> = {};
  const values: Partial<Record<keyof DeskSettings, number>> = {};
  for (const { name, most } of SETTING_FIELDS) {
    const raw = form[name];
    typed[name] = typeof raw === 'string' ? raw : '';
    const read = digits.safeParse(raw);
    if (!read.success) errors[name] = `1から${most}までの数字で書いてください。`;
    else if (read.data < 1 || read.data > most) errors[name] = `1から${most}までにしてください。`;
    else values[name] = read.data;
  }
  const { crisisMinutes, emergencyMinutes, otherMinutes, silentMinutes } = values;
  if (
    crisisMinutes === undefined ||
    emergencyMinutes === undefined ||
    otherMinutes === undefined ||
    silentMinutes === undefined
  ) {
    return { kind: 'wrong', typed, errors };
  }
  return { kind: 'valid', settings: { crisisMinutes, emergencyMinutes, otherMinutes, silentMinutes } };
}
