/** A report's table on the page: the way to its cases in each figure, and to its CSV below. */
import { Table } from '../kit/parts.tsx';
import { type Count, countText, hidesSome, type ReportTable, type Row, shareText } from './table.ts';

export function TableView({ table, csvHref }: { table: ReportTable; csvHref: string }) {
  const numeric = table.columns.flatMap(({ kind }, j) => (kind === 'count' ? [j] : []));
  return (
    <>
      <Table caption={table.title} head={table.columns.map(({ name }) => name)} numeric={numeric}>
        {table.rows.map((row, i) => (
          <RowView table={table} row={row} span={spanFrom(table.rows, i)} />
        ))}
      </Table>
      <ul class="report-notes">
        {table.notes.map((note) => (
          <li>{note}</li>
        ))}
        {hidesSome(table) ? (
          <li>
            「5未満」は1〜4の数です。「伏せ」は、その数からほかの5未満の数が分かってしまうため出していません。
          </li>
        ) : null}
      </ul>
      <p class="no-print">
        <a href={csvHref} download="">
          CSVで保存する<span class="visually-hidden">（{table.title}）</span>
        </a>
      </p>
    </>
  );
}

/** How many rows the name in the first cell stands for; 0 where it was named above. */
function spanFrom(rows: readonly Row[], at: number): number {
  const goesOn = (row: Row | undefined) => row?.cells[0]?.kind === 'text' && row.cells[0].text === '';
  if (goesOn(rows[at])) return 0;
  let span = 1;
  while (goesOn(rows[at + span])) span++;
  return span;
}

function RowView({ table, row, span }: { table: ReportTable; row: Row; span: number }) {
  return (
    <tr class={row.sum ? 'report-sum' : ''}>
      {row.cells.map((cell, j) => {
        if (cell.kind === 'count')
          return (
            <td class="number">
              <CountView count={cell} decimalBelow={table.decimalBelow ?? 0} />
            </td>
          );
        if (j > 0) return <td>{cell.text}</td>;
        return span === 0 ? null : (
          <th scope={span > 1 ? 'rowgroup' : 'row'} {...(span > 1 ? { rowspan: span } : {})}>
            {cell.text}
          </th>
        );
      })}
    </tr>
  );
}

function CountView({ count, decimalBelow }: { count: Count; decimalBelow: number }) {
  const words = countText(count);
  const share = shareText(count, decimalBelow);
  return (
    <>
      {count.label ? <span class="answer-label">{count.label}</span> : null}
      {count.href !== null && count.n > 0 ? <a href={count.href}>{words}</a> : words}
      {share === null ? null : ` (${share})`}
    </>
  );
}
