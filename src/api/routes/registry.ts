import { z } from 'zod';
import { placeOf } from '../../archive/place.js';
import { given } from '../../desk/given.js';
import { offsetOf } from '../../desk/offset.js';
import { RapporteurError } from '../../errors.js';
import { askCouncil } from '../../registry/council/ask-council.js';
import { countryNamed } from '../../registry/council/topic.js';
import { describeRecords } from '../../registry/describe-records.js';
import type { OfficialRecord } from '../../registry/official-record.js';
import { days, paging, words } from '../parameters.js';
import { type Route, route } from '../route.js';
import { councilPage, country, coverage } from '../schemas.js';

const COUNTRIES = route({
  address: '/api/registry/countries',
  tag: 'registry',
  summary: 'Every country, with its names, its capital and where it lies',
  answer: z.strictObject({ items: z.array(country) }),
  run: ({ service }) => ({ items: [...service.record().countries.values()] }),
});

const COUNCIL = route({
  address: '/api/registry/council/votes',
  tag: 'registry',
  summary: 'Votes of the UN Security Council on record, in order of date',
  query: {
    ...paging,
    ...days,
    outcome: z.enum(['adopted', 'vetoed', 'failed']).optional(),
    veto: words.optional().describe('Vetoed by this country, alone or with others.'),
    about: words.optional().describe('On a country, by name or code, or words of agenda or title.'),
    member: words.optional().describe('On the Council at the time.'),
    ballot: z
      .enum(['for', 'against', 'abstain', 'absent'])
      .optional()
      .describe('What that member did; only with `member`.'),
    sponsor: words.optional().describe('Laid before the Council by this state.'),
    symbol: words.optional().describe('Of a resolution or draft, such as S/RES/2118.'),
  },
  answer: councilPage,
  run: ({ query, service }) => {
    const record = service.record();
    const { limit, after, member, ballot, veto, sponsor, ...rest } = query;
    if (ballot !== undefined && member === undefined)
      throw new RapporteurError('usage', 'Whose ballot? Name the country as "member".');
    const { rows, counted, open } = askCouncil(
      record.council,
      record.countries,
      given({
        ...rest,
        veto: codeOf(veto, record),
        sponsor: codeOf(sponsor, record),
        member:
          member === undefined ? undefined : { country: codeOf(member, record), ballot: ballot ?? null },
      }),
    );
    const start = offsetOf(after);
    const end = start + limit;
    return {
      items: rows.slice(start, end),
      next: end < rows.length ? placeOf(end) : null,
      total: rows.length,
      counted,
      open,
    };
  },
});

const COVERAGE = route({
  address: '/api/registry/coverage',
  tag: 'registry',
  summary: 'What the official records hold, from where, and what they lack',
  answer: coverage,
  run: ({ service }) => describeRecords(service.record()),
});

export const REGISTRY: readonly Route[] = [COUNTRIES, COUNCIL, COVERAGE];

function codeOf(name: string, record: OfficialRecord): string;
function codeOf(name: string | undefined, record: OfficialRecord): string | undefined;
function codeOf(name: string | undefined, { countries }: OfficialRecord): string | undefined {
  if (name === undefined) return undefined;
  const code = countryNamed(name, countries);
  if (code !== undefined) return code;
  throw new RapporteurError(
    'usage',
    `Unknown country "${name}". Give a code of three letters, such as FRA, or a name.`,
  );
}
