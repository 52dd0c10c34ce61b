import { Hono } from 'hono';
import { z } from 'zod';
import type { MessagingApiStandIn } from '../messaging-api.ts';
import type { Phones } from '../phones.ts';
import { ENDPOINTS } from '../stand-in/endpoints.ts';
import { read } from './patient-routes.ts';

const count = z.int().min(0).max(1_000_000);
const faultShape = z.strictObject({
  method: z.enum([...ENDPOINTS, 'any']),
  kind: z.enum(['403', '429', '500', 'timeout', 'reset']),
  times: z.int().min(1).max(100).default(1),
  afterAcceptance: z.boolean().default(false),
});

/** The testers' panel: faults, quota, redelivery, standby; `tellSettings` lets every open page know. */
export function testerRoutes(
  standIn: MessagingApiStandIn,
  phones: Phones,
  setMode: (mode: 'active' | 'standby') => void,
  tellSettings: () => void,
) {
  const app = new Hono();

  app.post('/redeliver', async (c) => {
    const { webhookEventId } = await read(c, z.strictObject({ webhookEventId: z.string().optional() }));
    return c.json(await phones.redeliver(webhookEventId));
  });
  app.post('/faults', async (c) => {
    standIn.failNext(await read(c, faultShape));
    tellSettings();
    return c.json({});
  });
  app.post('/faults/clear', async (c) => {
    await read(c, z.strictObject({}));
    standIn.faults.clear();
    tellSettings();
    return c.json({});
  });
  app.post('/quota', async (c) => {
    const { limit, used } = await read(
      c,
      z.strictObject({ limit: count.nullable().optional(), used: count.optional() }),
    );
    if (limit !== undefined) standIn.quota.setLimit(limit);
    if (used !== undefined) standIn.quota.setUsed(used);
    tellSettings();
    return c.json({});
  });
  app.post('/mode', async (c) => {
    setMode((await read(c, z.strictObject({ mode: z.enum(['active', 'standby']) }))).mode);
    tellSettings();
    return c.json({});
  });

  return app;
}
