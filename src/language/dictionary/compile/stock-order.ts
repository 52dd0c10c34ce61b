/**
 * The order of the entries in kuromoji 0.1.2's own dictionary. Viterbi search keeps the first of two paths that
 * cost the same, so the order of homographs decides ties: to give stock's tokens we must have stock's order.
 *
 * Stock read all files at once, 64 KiB at a time, so its order is rounds: in each round the lines that end in one
 * chunk of each file. Within a round the files came as their reads finished; that is recorded here, as found in
 * the published tid_pos.dat.gz (`npm run verify:dictionary` checks the outcome).
 */

const CHUNK_BYTES = 64 * 1024;
const NEWLINE = 10;

/** Order of the files within a round. */
const FILE_ORDER = [
  ...['Adj', 'Adverb', 'Adnominal', 'Filler', 'Conjunction', 'Noun.adjv', 'Auxil', 'Noun', 'Interjection'],
  ...[
    'Noun.adverbal',
    'Noun.nai',
    'Noun.demonst',
    'Noun.name',
    'Noun.number',
    'Noun.org',
    'Noun.place',
    'Others',
  ],
  ...[
    'Noun.others',
    'Noun.proper',
    'Prefix',
    'Noun.verbal',
    'Postp-col',
    'Suffix',
    'Symbol',
    'Postp',
    'Verb',
  ],
];
/** From this round on one late read of Noun.csv had put it behind Noun.place.csv. */
const NOUN_IS_LATE_FROM_ROUND = 28;

/** All lines of the files in stock's order; a file that stock does not have comes last in each round. */
export function linesInStockOrder(files: readonly { name: string; bytes: Uint8Array }[]): string[] {
  const chunked = files.map(({ name, bytes }) => ({
    name: name.replace(/\.csv$/, ''),
    rounds: linesByRound(bytes),
  }));
  const rounds = Math.max(...chunked.map((file) => file.rounds.length));
  const lines: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const inOrder = [...chunked].sort((a, b) => rank(a.name, round) - rank(b.name, round));
    for (const file of inOrder) for (const line of file.rounds[round] ?? []) lines.push(line);
  }
  return lines;
}

function rank(name: string, round: number): number {
  if (name === 'Noun' && round >= NOUN_IS_LATE_FROM_ROUND) return FILE_ORDER.indexOf('Noun.place') + 0.5;
  const index = FILE_ORDER.indexOf(name);
  return index < 0 ? FILE_ORDER.length : index;
}

/** The lines of a file by the chunk in which they end. */
function linesByRound(bytes: Uint8Array): string[][] {
  const utf8 = new TextDecoder();
  const rounds: string[][] = [];
  for (let start = 0, chunkEnd = CHUNK_BYTES; start < bytes.length; chunkEnd += CHUNK_BYTES) {
    // A line belongs to the chunk that brings its newline; the last line needs none.
    const end = chunkEnd >= bytes.length ? bytes.length : bytes.lastIndexOf(NEWLINE, chunkEnd - 1) + 1;
    if (end > start) rounds.push(utf8.decode(bytes.subarray(start, end)).split(/\r?\n/).filter(Boolean));
    else rounds.push([]);
    start = Math.max(start, end);
  }
  return rounds;
}
