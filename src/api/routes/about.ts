import { programVersion } from '../../version.js';
import { route } from '../route.js';
import { about } from '../schemas.js';

export const ABOUT = route({
  address: '/api',
  tag: 'about',
  summary: 'What this server is, and how much its archive holds',
  answer: about,
  run: async ({ service }) => ({
    program: 'rapporteur' as const,
    version: programVersion(),
    archive: { path: service.path, records: await service.look((desk) => desk.counts()) },
  }),
});
