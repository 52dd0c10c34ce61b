import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { createMessagingApiStandIn, type StandInOptions } from './messaging-api.ts';
import { createPhones } from './phones.ts';
import { createLive } from './server/live.ts';
import { pageFiles } from './server/page-files.ts';
import { patientRoutes } from './server/patient-routes.ts';
import { testerRoutes } from './server/tester-routes.ts';
import { phoneView, settingsView, wholeView } from './server/views.ts';

export interface SimulatorOptions extends StandInOptions {
  channelSecret: string;
  /** Where the bot listens, e.g. `http://127.0.0.1:8787/webhook`. */
  webhookUrl: string;
}

/** Where the simulator's app serves its stand-ins, for `LINE_API_BASE` and `LINE_DATA_API_BASE`. */
export const LINE_API_PATH = '/simulator/line-api';
export const LINE_DATA_PATH = '/simulator/line-data';

/**
 * A local LINE: phones on a page at `/simulator`, and the Messaging API behind it. Mount `app` at `/` of
 * the local server, and point `LINE_API_BASE` to `LINE_API_PATH` on it, `LINE_DATA_API_BASE` to `LINE_DATA_PATH`.
 *
 * @example
 * const simulator = createSimulator({ channelSecret, channelAccessToken, webhookUrl });
 * app.route('/', simulator.app);
 */
export function createSimulator(options: SimulatorOptions) {
  const standIn = createMessagingApiStandIn(options);
  const phones = createPhones({
    standIn,
    channelSecret: options.channelSecret,
    webhookUrl: options.webhookUrl,
    ...(options.fetch ? { fetch: options.fetch } : {}),
  });
  let mode: 'active' | 'standby' = 'active';

  const live = createLive(() => wholeView(standIn, phones, mode));
  const tellSettings = () => live.tell({ name: 'settings', data: settingsView(standIn, mode) });
  phones.on((event) => {
    if (event.type === 'phone')
      live.tell({ name: 'phone', data: phoneView(event.phone, standIn.world.now()) });
    else live.tell({ name: 'delivery', data: event.delivery });
  });
  standIn.on((event) => {
    if (event.type === 'call') live.tell({ name: 'call', data: event.call });
    // A call can use up quota or a fault.
    if (event.type === 'call' || event.type === 'richMenu') tellSettings();
  });

  const api = new Hono();
  api.onError((error, c) => {
    const status = error instanceof HTTPException ? error.status : 400;
    return c.json({ message: error.message }, status);
  });
  api.route('/', patientRoutes(phones));
  api.route(
    '/',
    testerRoutes(
      standIn,
      phones,
      (next) => {
        mode = next;
        phones.setMode(next);
      },
      tellSettings,
    ),
  );
  api.get('/content/:id', (c) => {
    const content = standIn.world.content(c.req.param('id'));
    if (!content) return c.json({ message: 'there is no such file' }, 404);
    return c.body(content.bytes, 200, {
      'content-type': content.contentType,
      'x-content-type-options': 'nosniff',
    });
  });
  api.get('/rich-menu/:id', (c) => {
    const image = standIn.richMenus.image(c.req.param('id'));
    if (!image) return c.json({ message: 'there is no such image' }, 404);
    return c.body(image.bytes, 200, {
      'content-type': image.contentType,
      'x-content-type-options': 'nosniff',
    });
  });

  const app = new Hono();
  app.route(LINE_API_PATH, standIn.app);
  app.route(LINE_DATA_PATH, standIn.dataApp);
  app.route('/simulator/api', api);
  app.route('/simulator/events', live.app);
  app.route('/simulator', pageFiles());

  return { app, standIn, phones };
}

export type Simulator = ReturnType<typeof createSimulator>;
