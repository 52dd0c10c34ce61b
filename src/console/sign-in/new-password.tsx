/** A new password, typed twice, and what may be wrong with it. */
import { TextField } from '../kit/forms.tsx';
import { type PasswordFault, passwordFault } from './password-rules.ts';

export type PasswordProblem = PasswordFault | 'different';

const WORDS = {
  short: 'もう少し長くしてください。12文字以上です。',
  long: '128文字までにしてください。',
  'about-you': 'お名前やメールアドレスから思いつけるものは、避けてください。',
  common:
    'よく使われるものや、並びの決まったものは、避けてください。関係のない言葉を3つか4つ並べると、覚えやすく見破られにくくなります。',
  different: '2回の入力が違っています。もう一度、同じものを入れてください。',
} as const satisfies Record<PasswordProblem, string>;

/** What is wrong with a password that was typed as `first` and again as `second`. */
export function newPasswordProblem(
  first: string,
  second: string,
  person: { readonly name: string; readonly email: string },
): PasswordProblem | undefined {
  return passwordFault(first, person) ?? (first === second ? undefined : 'different');
}

export function NewPasswordFields({ problem }: { problem?: PasswordProblem | undefined }) {
  return (
    <>
      <TextField
        name="newPassword"
        label="新しいパスワード"
        hint="12文字以上。ほかで使っていないものにしてください。記号や数字は、入れても入れなくてもかまいません。"
        error={problem === undefined || problem === 'different' ? undefined : WORDS[problem]}
        type="password"
        autocomplete="new-password"
        required
        attributes={{ minlength: '12', maxlength: '128' }}
      />
      <TextField
        name="again"
        label="新しいパスワード（もう一度）"
        error={problem === 'different' ? WORDS.different : undefined}
        type="password"
        autocomplete="new-password"
        required
        attributes={{ maxlength: '128' }}
      />
    </>
  );
}
