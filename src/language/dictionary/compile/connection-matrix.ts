/** matrix.def: what it costs to join two words. */

export type ConnectionMatrix = {
  /** Ids of words by what stands to their left, right. */
  readonly leftIds: number;
  readonly rightIds: number;
  /** `[left id of the next word × rightIds + right id of the word before]`: the order in which the search reads. */
  readonly costs: Int16Array;
};

const ZERO = 48;
const MINUS = 45;

/**
 * The matrix in `text`: a line of two sizes, then lines of `right left cost`. Read byte by byte, because the
 * 23 MB would otherwise become five million strings.
 * @throws Error if an id is outside the sizes.
 */
export function parseConnectionMatrix(text: Uint8Array): ConnectionMatrix {
  let at = 0;
  const next = (): number => {
    while (at < text.length && (text[at] ?? 0) < MINUS) at++;
    const negative = text[at] === MINUS;
    if (negative) at++;
    let value = 0;
    for (let digit = (text[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (text[at] ?? 0) - ZERO) {
      value = value * 10 + digit;
      at++;
    }
    return negative ? -value : value;
  };
  const rightIds = next();
  const leftIds = next();
  const costs = new Int16Array(rightIds * leftIds);
  for (let pairs = rightIds * leftIds; pairs > 0; pairs--) {
    const right = next();
    const left = next();
    if (right >= rightIds || left >= leftIds)
      throw new Error(`matrix.def: ${right} ${left} is outside its sizes.`);
    costs[left * rightIds + right] = next();
  }
  return { leftIds, rightIds, costs };
}
