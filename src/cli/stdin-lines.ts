/** The lines of standard input, each ended by a line feed and nothing else. */

/**
 * Node's readline also ends a line at a carriage return, U+2028 and U+2029, which patients' texts may hold:
 * the answers would no longer stand beside their lines.
 */
export async function* stdinLines(): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}
