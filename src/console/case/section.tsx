/** The case page and all that is done on it. */
import { Hono } from 'hono';
import { COUNSELORS, type ConsoleEnv, type ConsoleParts, type Section } from '../env.ts';
import { addActRoutes } from './acts/routes.tsx';
import { addAnswerRoutes } from './answer/routes.tsx';
import { addToolRoutes } from './answer/tool-routes.tsx';
import { addTalkRoutes } from './conversation/routes.tsx';
import { addMediaRoute } from './media.tsx';
import { addNoteRoutes } from './notes/routes.tsx';
import { addRecordRoutes } from './record/routes.tsx';

export function caseSection(parts: ConsoleParts): Section {
  const routes = new Hono<ConsoleEnv>();
  addTalkRoutes(routes, parts);
  addMediaRoute(routes, parts);
  addActRoutes(routes, parts);
  addAnswerRoutes(routes, parts);
  addToolRoutes(routes, parts);
  addNoteRoutes(routes, parts);
  addRecordRoutes(routes, parts);
  return {
    routes,
    access: {
      'GET /cases/:id': COUNSELORS,
      'GET /cases/:id/live': COUNSELORS,
      'GET /cases/:id/earlier': COUNSELORS,
      'GET /cases/:id/media/:message': COUNSELORS,
      'GET /cases/:id/passages/:chapter/:slug': COUNSELORS,
      'POST /cases/:id/claim': COUNSELORS,
      'POST /cases/:id/take-over': COUNSELORS,
      'POST /cases/:id/release': COUNSELORS,
      'POST /cases/:id/transfer': COUNSELORS,
      'GET /cases/:id/resolve': COUNSELORS,
      'POST /cases/:id/resolve': COUNSELORS,
      'POST /cases/:id/answers': COUNSELORS,
      'POST /cases/:id/undo': COUNSELORS,
      'POST /cases/:id/retry': COUNSELORS,
      'POST /cases/:id/canned': COUNSELORS,
      'POST /cases/:id/passages': COUNSELORS,
      'POST /cases/:id/passages/preview': COUNSELORS,
      'POST /cases/:id/centres': COUNSELORS,
      'POST /cases/:id/notes': COUNSELORS,
      'POST /cases/:id/follow-up': COUNSELORS,
      'POST /cases/:id/record': COUNSELORS,
    },
  };
}
