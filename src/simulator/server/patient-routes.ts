import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { unitText } from '../message-schema/lengths.ts';
import type { Phones } from '../phones.ts';

const FIRST_PATIENT = '佐藤 花子';
const MEDIA_MAX_BYTES = 10 * 1024 * 1024;

const nameShape = z.strictObject({ name: z.string().trim().min(1).max(20) });
const textShape = z.strictObject({ text: unitText(1, 5000) });
const stickerShape = z.strictObject({
  packageId: z.string(),
  stickerId: z.string(),
  keywords: z.array(z.string()).max(15).optional(),
});
const locationShape = z.strictObject({
  title: z.string().max(100).optional(),
  address: z.string().max(300).optional(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
const postbackShape = z.strictObject({
  data: unitText(0, 300),
  params: z.record(z.string(), z.string()).optional(),
  displayText: z.string().optional(),
});

/** The JSON body in the given shape. A page of another site cannot send JSON without asking first (CORS). */
export async function read<Shape extends z.ZodType>(c: Context, shape: Shape): Promise<z.infer<Shape>> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new HTTPException(415, { message: 'send application/json' });
  }
  const parsed = shape.safeParse(await c.req.json().catch(() => undefined));
  if (!parsed.success) throw new HTTPException(400, { message: z.prettifyError(parsed.error) });
  return parsed.data;
}

/** What a patient can do on the page; each answers how the webhook took it. */
export function patientRoutes(phones: Phones) {
  const app = new Hono();

  async function join(name: string) {
    const phone = phones.add(name);
    const delivery = await phones.follow(phone.userId);
    return { userId: phone.userId, delivery };
  }

  app.post('/patients', async (c) => c.json(await join((await read(c, nameShape)).name)));
  // Opening the page is enough to have someone to write as.
  app.post('/patients/first', async (c) => {
    await read(c, z.strictObject({}));
    return c.json(phones.list().length > 0 ? {} : await join(FIRST_PATIENT));
  });

  app.post('/patients/:id/text', async (c) =>
    c.json(await phones.say(c.req.param('id'), (await read(c, textShape)).text)),
  );
  app.post('/patients/:id/sticker', async (c) => {
    const { packageId, stickerId, keywords } = await read(c, stickerShape);
    return c.json(await phones.sendSticker(c.req.param('id'), packageId, stickerId, keywords));
  });
  app.post('/patients/:id/location', async (c) => {
    const { title, address, latitude, longitude } = await read(c, locationShape);
    const pin = { latitude, longitude, ...(title ? { title } : {}), ...(address ? { address } : {}) };
    return c.json(await phones.sendLocation(c.req.param('id'), pin));
  });
  app.post('/patients/:id/postback', async (c) => {
    const { data, params, displayText } = await read(c, postbackShape);
    return c.json(await phones.postback(c.req.param('id'), data, params, displayText));
  });
  app.post('/patients/:id/image', async (c) => {
    const contentType = c.req.header('content-type') ?? '';
    if (!/^image\/(png|jpeg|gif|webp)$/.test(contentType)) {
      throw new HTTPException(415, { message: 'send a PNG, JPEG, GIF or WebP image' });
    }
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length > MEDIA_MAX_BYTES)
      throw new HTTPException(413, { message: 'send an image of at most 10 MB' });
    return c.json(await phones.sendMedia(c.req.param('id'), 'image', { bytes, contentType }));
  });
  app.post('/patients/:id/follow', async (c) => {
    await read(c, z.strictObject({}));
    return c.json(await phones.follow(c.req.param('id')));
  });
  app.post('/patients/:id/unfollow', async (c) => {
    await read(c, z.strictObject({}));
    return c.json(await phones.unfollow(c.req.param('id')));
  });
  app.post('/patients/:id/unsend', async (c) => {
    const { messageId } = await read(c, z.strictObject({ messageId: z.string() }));
    return c.json(await phones.unsend(c.req.param('id'), messageId));
  });

  return app;
}
