/** A picture or file that the patient sent: fetched from LINE when it is looked at, handed on, kept nowhere. */
import type { Context, Hono } from 'hono';
import { readSaid, type Said } from '../../line/said.ts';
import { addAudit } from '../../store/audit.ts';
import { findPatientsMessage } from '../../store/case-view/spoken.ts';
import type { ConsoleEnv, ConsoleParts } from '../env.ts';
import { notFoundPage } from '../kit/errors.tsx';
import { OutsidePage } from '../kit/page.tsx';

/** Pictures that a browser shows and that can hold no script. All else is for saving. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

/** Endings for saved files, by what LINE says; the patient's own file name could name anything. */
const ENDINGS: Readonly<Record<string, string>> = {
  'video/mp4': '.mp4',
  'audio/m4a': '.m4a',
  'audio/x-m4a': '.m4a',
  'audio/mp4': '.m4a',
  'audio/aac': '.aac',
  'audio/mpeg': '.mp3',
  'application/pdf': '.pdf',
};

export function addMediaRoute(routes: Hono<ConsoleEnv>, parts: ConsoleParts): void {
  routes.get('/cases/:id/media/:message', async (c) => {
    const caseId = c.req.param('id');
    const [row] = await findPatientsMessage(parts.db, caseId, c.req.param('message'));
    // Not of this case's patient, taken back, or no message with a content.
    if (row?.sealedContent == null || row.lineMessageId === null) return notFoundPage(c);
    const { handbook } = await parts.knowledge();
    if (!hasContent(readSaid(await parts.seal.open(row.sealedContent), handbook))) return notFoundPage(c);
    const fetched = await parts.content.fetch(row.lineMessageId);
    switch (fetched.kind) {
      case 'gone':
        return sorry(c, 404, 'LINEに、もう残っていません', '保存期間が過ぎたため、見ることができません。');
      case 'preparing':
        return sorry(c, 503, 'LINEが準備しています', '少し待ってから、もう一度開いてください。');
      case 'failed':
        return sorry(c, 502, 'LINEから受け取れませんでした', '少し待ってから、もう一度開いてください。');
      case 'content': {
        await addAudit(parts.db, {
          id: parts.uuid(),
          atMs: parts.now(),
          staffId: c.var.staff.id,
          action: 'media_seen',
          caseId,
          detail: { message: c.req.param('message') },
        });
        return c.body(fetched.body, 200, headersFor(fetched.type, parts.now()));
      }
      default:
        return fetched satisfies never;
    }
  });
}

function hasContent(said: Said): boolean {
  switch (said.kind) {
    case 'image':
    case 'video':
    case 'audio':
      return said.kept;
    case 'file':
      return true;
    default:
      return false;
  }
}

function headersFor(contentType: string, nowMs: number): Record<string, string> {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const shown = SHOWN.has(type);
  const name = `line-${new Date(nowMs).toISOString().slice(0, 10)}${ENDINGS[type] ?? ''}`;
  return {
    'content-type': shown ? type : 'application/octet-stream',
    'content-disposition': shown ? 'inline' : `attachment; filename="${name}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

function sorry(c: Context, status: 404 | 502 | 503, title: string, words: string) {
  return c.html(
    <OutsidePage title={title}>
      <p>{words}</p>
    </OutsidePage>,
    status,
  );
}
