import { type Context, Hono } from 'hono';
import { checkRichMenu } from '../message-schema/rich-menu.ts';
import { readJson, refuse, refuseProblems } from './answers.ts';
import type { StandInEnv } from './env.ts';
import type { Gate } from './gate.ts';
import type { RichMenu, RichMenuStore } from './rich-menu-store.ts';
import type { World } from './world.ts';

const IMAGE_MAX_BYTES = 1024 * 1024;
const NOT_FOUND = 'richmenu not found';

/** A body that is a faultless rich menu, or the answer that refuses it. */
async function readMenu(
  c: Context<StandInEnv>,
): Promise<{ menu: Omit<RichMenu, 'richMenuId'> } | { refusal: Response }> {
  const read = await readJson(c);
  if ('refusal' in read) return read;
  const problems = checkRichMenu(read.json);
  if (problems.length > 0) return { refusal: refuseProblems(c, problems) };
  return { menu: read.json as Omit<RichMenu, 'richMenuId'> };
}

/** Making, listing, deleting and choosing rich menus. */
export function richMenuRoutes(gate: Gate, world: World, store: RichMenuStore) {
  const app = new Hono<StandInEnv>();
  const known = gate('richMenu');
  const changed = () => world.tell({ type: 'richMenu', menu: store.shown() ?? null });

  app.post('/v2/bot/richmenu', known, async (c) => {
    const read = await readMenu(c);
    if ('refusal' in read) return read.refusal;
    return c.json({ richMenuId: store.add(read.menu).richMenuId });
  });
  app.post('/v2/bot/richmenu/validate', known, async (c) => {
    const read = await readMenu(c);
    return 'refusal' in read ? read.refusal : c.json({});
  });
  app.get('/v2/bot/richmenu/list', known, (c) => c.json({ richmenus: store.list() }));
  app.get('/v2/bot/richmenu/:id', known, (c) => {
    const menu = store.get(c.req.param('id'));
    return menu ? c.json(menu) : refuse(c, 404, NOT_FOUND);
  });
  app.delete('/v2/bot/richmenu/:id', known, (c) => {
    if (!store.remove(c.req.param('id'))) return refuse(c, 404, NOT_FOUND);
    changed();
    return c.json({});
  });

  app.get('/v2/bot/user/all/richmenu', known, (c) => {
    const menu = store.shown();
    return menu ? c.json({ richMenuId: menu.richMenuId }) : refuse(c, 404, 'no default richmenu');
  });
  app.post('/v2/bot/user/all/richmenu/:id', known, (c) => {
    const id = c.req.param('id');
    if (!store.get(id)) return refuse(c, 404, NOT_FOUND);
    if (!store.image(id)) return refuse(c, 400, 'must upload richmenu image before applying it to user');
    store.setDefault(id);
    changed();
    return c.json({});
  });
  app.delete('/v2/bot/user/all/richmenu', known, (c) => {
    store.setDefault(undefined);
    changed();
    return c.json({});
  });
  return app;
}

/** The images of rich menus; on LINE's data host. */
export function richMenuImageRoutes(gate: Gate, store: RichMenuStore) {
  const app = new Hono<StandInEnv>();
  app.post('/v2/bot/richmenu/:id/content', gate('richMenu'), async (c) => {
    const id = c.req.param('id');
    if (!store.get(id)) return refuse(c, 404, NOT_FOUND);
    if (store.image(id)) return refuse(c, 400, 'An image has already been uploaded to the richmenu');
    const type = c.req.header('content-type') ?? '';
    if (type !== 'image/png' && type !== 'image/jpeg') {
      return refuse(c, 415, `Content type '${type}' not supported; send image/png or image/jpeg`);
    }
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length > IMAGE_MAX_BYTES) return refuse(c, 413, 'The image is larger than 1 MB');
    const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
    const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
    if (!(type === 'image/png' ? isPng : isJpeg)) return refuse(c, 400, `The image is not ${type}`);
    store.setImage(id, { bytes, contentType: type });
    return c.json({});
  });
  app.get('/v2/bot/richmenu/:id/content', gate('richMenu'), (c) => {
    const image = store.image(c.req.param('id'));
    if (!image) return refuse(c, 404, NOT_FOUND);
    return c.body(image.bytes, 200, { 'content-type': image.contentType });
  });
  return app;
}
