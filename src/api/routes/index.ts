import type { Route } from '../route.js';
import { ABOUT } from './about.js';
import { EXPORT_ROUTES } from './exports.js';
import { JOBS } from './jobs.js';
import { RECORDS } from './records.js';
import { REGISTRY } from './registry.js';
import { RELATIONS } from './relations.js';
import { REPORTS } from './reports.js';
import { SEARCH } from './search.js';

/** Every route of the API, in the order of its document. */
export const ROUTES: readonly Route[] = [
  ABOUT,
  ...REPORTS,
  ...RECORDS,
  ...RELATIONS,
  SEARCH,
  ...REGISTRY,
  ...EXPORT_ROUTES,
  ...JOBS,
];
