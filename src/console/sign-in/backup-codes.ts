/** Codes for the day on which the phone is not at hand: each works once. */

/** Without letters that look alike. 31 letters, ten a code: 49 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODES = 10;
const LENGTH = 10;

/** Ten fresh codes, written as `abcde-fghjk`. */
export function newBackupCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    let code = '';
    while (code.length < LENGTH) {
      const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
      // The remainder would favour the first letters.
      if (byte < LETTERS.length * 8) code += LETTERS[byte % LETTERS.length];
    }
    return written(code);
  });
}

/** A code as it is kept, from what somebody typed, whatever spaces, widths and capitals. */
export function readBackupCode(typed: string): string {
  return written(
    typed
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );
}

function written(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
