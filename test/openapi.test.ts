import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApi } from '../src/api/openapi.js';
import { ROUTES } from '../src/api/routes/index.js';
import { ASKED } from '../src/desk/remote-desk.js';
import { packagePath } from '../src/package-root.js';

const document = JSON.parse(readFileSync(packagePath('schema', 'openapi.json'), 'utf8')) as Record<
  string,
  unknown
>;

describe('the OpenAPI document in schema/', () => {
  it('is the one that the routes make (npm run schema writes it)', () => {
    expect(document).toEqual(openApi());
  });

  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(validator.version).toBe('3.1');
  });
});

describe('the routes', () => {
  it('are each classified by what they may do', () => {
    expect(ROUTES.map(({ method, address, access }) => `${access} ${method} ${address}`)).toEqual([
      'look get /api',
      'look get /api/reports',
      'change post /api/reports',
      'read post /api/readings',
      'look get /api/reports/{id}',
      'look get /api/reports/{id}/copies',
      'look get /api/events',
      'look get /api/statements',
      'look get /api/votes',
      'look get /api/claims',
      'look get /api/disputes',
      'look get /api/matters',
      'look get /api/records/{id}',
      'look get /api/incidents',
      'look get /api/incidents/{id}',
      'look get /api/dyads/{one}/{other}',
      'look get /api/dyads/{one}/{other}/incidents',
      'look get /api/copies',
      'look get /api/search',
      'look get /api/registry/countries',
      'look get /api/registry/council/votes',
      'look get /api/registry/coverage',
      'look get /api/exports/{format}',
      'change post /api/jobs',
      'look get /api/jobs',
      'look get /api/jobs/{id}',
      'look get /api/jobs/{id}/progress',
    ]);
  });

  it('change nothing by GET', () => {
    expect(ROUTES.filter(({ method, access }) => method === 'get' && access !== 'look')).toEqual([]);
  });

  it('take what the command line asks a running server', () => {
    for (const [address, asked] of Object.entries(ASKED)) {
      const route = ROUTES.find((one) => one.method === 'get' && one.address === address);
      const own = ['limit', 'after', 'q'];
      const taken = Object.keys(route!.query.shape).filter((name) => !own.includes(name));
      expect([address, [...asked].sort()]).toEqual([address, taken.sort()]);
    }
  });
});
