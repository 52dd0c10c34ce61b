import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvResponse, csvText } from '../../../src/console/kit/csv.ts';
import { anyText } from '../../fixtures/any-text.ts';

const cellsOf = (text: string) => Papa.parse<string[]>(text.slice(1), { newline: '\r\n' }).data;

describe('a CSV file', () => {
  it.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '　=1', '＝1', '=1\n+2', '\n=1'])(
    'makes no formula of %j',
    (cell) => {
      expect(cellsOf(csvText(['a'], [[cell]]))[1]).toEqual([`'${cell}`]);
    },
  );

  it('leaves numbers as they are, also negative ones, and null empty', () => {
    expect(csvText(['a', 'b'], [[-1.5, null]])).toBe('\ufeffa,b\r\n-1.5,');
  });

  it('reads back as it was written, but for the mark before a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyText(12), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          const read = cellsOf(csvText(['a', 'b'], rows)).slice(1);
          expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
            rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
          );
        },
      ),
    );
  });

  it('is a download whose name may be Japanese', () => {
    const response = csvResponse('集計(11月)/a', ['a'], []);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="hikkei.csv"; filename*=UTF-8''${encodeURIComponent('集計')}%2811${encodeURIComponent('月')}%29_a.csv`,
    );
  });
});
