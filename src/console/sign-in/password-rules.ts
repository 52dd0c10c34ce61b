/** Which passwords are taken: long ones that are not easily guessed (ASVS 5.0 6.2; no rules about kinds of letters). */
import { MAX_PASSWORD, MIN_PASSWORD } from './better-auth.ts';

export type PasswordFault = 'short' | 'long' | 'about-you' | 'common';

/** What passwords are made of that are tried first; longer ones are often these with something around them. */
const COMMON = [
  ...['password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'pass', 'letmein', 'welcome', 'admin', 'administrator'],
  ...['qwertyuiop', 'qwerty', 'asdfghjkl', 'zxcvbnm', 'qazwsx', '1qaz2wsx', '1q2w3e4r5t6y', '1q2w3e4r'],
  ...['iloveyou', 'sunshine', 'princess', 'dragon', 'monkey', 'football', 'baseball', 'superman', 'trustno1'],
  ...['changeme', 'secret', 'hikkei', 'hikkeisupport', 'counselor', 'console', 'login', 'hospital', 'sakura'],
  ...[
    'aishiteru',
    'arigatou',
    'arigato',
    'konnichiwa',
    'doraemon',
    'pokemon',
    'nihon',
    'japan',
    'tokyo',
    'gan',
  ],
];
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Fewer letters than these beside what is easily guessed are no password. */
const OWN_LETTERS = 5;

/** Why `password` is not taken; null when it is. */
export function passwordFault(
  password: string,
  person: { readonly name: string; readonly email: string },
): PasswordFault | null {
  const length = [...password.normalize('NFKC')].length;
  if (length < MIN_PASSWORD) return 'short';
  if (password.length > MAX_PASSWORD) return 'long';
  const plain = fold(password);
  const own = [person.email, ...person.email.split(/[@.]/), person.name, ...person.name.split(/\s+/)]
    .map(fold)
    .filter((word) => word.length >= 3);
  if (without(plain, own).length < OWN_LETTERS) return 'about-you';
  if (without(plain, [...own, ...COMMON]).length < OWN_LETTERS) return 'common';
  if (new Set(plain).size < OWN_LETTERS || isRun(plain) || isRepeated(plain)) return 'common';
  return null;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

/** `text` without `words`, and without the digits and signs that are usually put around them. */
function without(text: string, words: readonly string[]): string {
  let rest = text;
  let taken = false;
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    if (!rest.includes(word)) continue;
    rest = rest.replaceAll(word, '');
    taken = true;
  }
  return taken ? rest.replace(/[\d\p{P}\p{S}]/gu, '') : text;
}

function isRun(text: string): boolean {
  const letters = text.replace(/[\p{P}\p{S}]/gu, '');
  return RUNS.some((run) => {
    const round = run + run;
    return round.includes(letters) || [...round].reverse().join('').includes(letters);
  });
}

/** The same few letters again and again. */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size++) {
    const unit = text.slice(0, size);
    if (unit.repeat(Math.ceil(text.length / size)).startsWith(text)) return size < OWN_LETTERS * 2;
  }
  return false;
}
