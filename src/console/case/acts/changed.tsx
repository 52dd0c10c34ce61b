/** What a counselor reads when somebody else acted on the case a moment before. */
import { Notice } from '../../kit/parts.tsx';
import type { CaseState } from '../view.ts';

export function ChangedNotice({ state }: { state: CaseState }) {
  return (
    <Notice tone="amber" title="この相談は、いま変わったところです">
      <p>{whoHasIt(state)}今回の操作は行われていません。下の内容を確かめてから、もう一度お願いします。</p>
    </Notice>
  );
}

export function whoHasIt({ case: one, mine, holderName }: CaseState): string {
  switch (one.status) {
    case 'waiting':
      return 'いまは、担当の相談員がいません。';
    case 'claimed':
      return mine ? 'いまの担当は、あなたです。' : `いまの担当は、${holderName ?? 'ほかの相談員'}さんです。`;
    case 'resolved':
      return 'この相談は、終了しています。';
    default:
      return one.status satisfies never;
  }
}
