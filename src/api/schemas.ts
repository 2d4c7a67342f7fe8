import { z } from 'zod';
import * as contract from '../reading/contract.js';
import { FATALITY_CLASSES, HOSTILITIES } from '../registry/conflicts/disputes.js';
import { RIVALRY_KINDS } from '../registry/conflicts/rivalries.js';
import { STATUSES } from '../relations/incidents/telling.js';
import { problem } from './problem.js';

/** What answers hold, beside what the contract of a reading says. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const code = z.string().regex(/^[A-Z]{3}$/);

const years = z.strictObject({ from: z.int(), to: z.int() });

export const reportName = z
  .strictObject({ id: z.string(), title: z.string().nullable(), published: day.nullable() })
  .describe('The report that a record stands in.');

/** A page of some items. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe('What to ask the next page for with, as `after`; null on the last.'),
  });
}

function listed<T extends z.ZodType>(record: T) {
  return z.strictObject({
    record,
    report: reportName,
    context: z.string().describe('The text around it.'),
    place: z.string().describe('Where it stands in the listing; `after` takes it.'),
  });
}

export const eventPage = pageOf(listed(contract.event)).extend({
  leftOut: z
    .int()
    .nullable()
    .describe(
      'How many events are left out as less likely right than minConfidence; null after the first page.',
    ),
});
export const statementPage = pageOf(listed(contract.statement));
export const votePage = pageOf(listed(contract.vote));
export const claimPage = pageOf(listed(contract.claim));
export const disputePage = pageOf(listed(contract.dispute));

export const matter = z
  .strictObject({
    told: z.array(
      z.strictObject({
        dispute: contract.dispute,
        event: contract.event.nullable(),
        report: reportName,
      }),
    ),
  })
  .describe('Disputes of one report or several about one matter.');
export const matterPage = pageOf(matter);

export const listedReport = z.strictObject({
  id: z.string(),
  title: z.string().nullable(),
  published: day.nullable().describe('The date, or the earliest that it can be.'),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  origin: z.string().describe('What it was read from.'),
  events: z.int(),
  statements: z.int(),
  votes: z.int(),
  claims: z.int(),
  place: z.string(),
});
export const reportPage = pageOf(listedReport);

const incidentParty = z.strictObject({
  name: z.string(),
  country: z.string().nullable(),
  sectors: z.array(z.string()),
});

const reason = z.strictObject({ what: z.string(), weight: z.number() });

export const incident = z
  .strictObject({
    id: z.string(),
    type: z.enum(contract.EVENT_TYPES),
    mode: z.string().nullable(),
    quad: z.int().min(1).max(4),
    score: z.number(),
    status: z.enum(STATUSES),
    firstDay: day.nullable(),
    lastDay: day.nullable(),
    isDayStated: z.boolean(),
    actors: z.array(incidentParty),
    recipients: z.array(incidentParty),
    place: z.string().nullable(),
    title: z.string(),
    confidence: z.number(),
    reports: z.int(),
    sources: z.int().describe('Reports less those that only repeat others.'),
    tellings: z.array(
      z.strictObject({
        event: z.string(),
        report: z.string(),
        source: z.string(),
        published: day.nullable(),
        joinedTo: z.string().nullable(),
        because: z.union([z.enum(['ruled', 'copied']), z.array(reason)]).nullable(),
      }),
    ),
    tolls: z.array(
      z.strictObject({
        report: z.string(),
        published: day.nullable(),
        dead: z.int().nullable(),
        injured: z.int().nullable(),
      }),
    ),
    disagreements: z.array(
      z.strictObject({
        about: z.enum(['whether', 'type', 'day', 'place', 'dead', 'injured']),
        values: z.array(z.strictObject({ value: z.string(), reports: z.array(z.string()) })),
      }),
    ),
  })
  .describe('One event in the world, as all reports together tell it.');
export const incidentPage = pageOf(incident);

export const wholeIncident = z.strictObject({
  incident,
  lines: z
    .record(
      z.string(),
      z.strictObject({ line: z.string(), title: z.string().nullable(), publisher: z.string().nullable() }),
    )
    .describe('The lines that its events stand in, by the events’ ids.'),
});

export const copy = z.strictObject({
  report: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: day.nullable(),
  original: z.string(),
  originalTitle: z.string().nullable(),
  originalPublisher: z.string().nullable(),
  originalPublished: day.nullable(),
  share: z.number().describe('Of the report’s sentences that stand in the original.'),
  kind: z.enum(['whole', 'part']),
  place: z.string(),
});
export const copyPage = pageOf(copy);

export const copiesOf = z.strictObject({
  copies: z.array(copy).describe('What the report repeats, and what repeats it.'),
  sentences: z.array(
    z.strictObject({
      start: z.int(),
      end: z.int(),
      text: z.string(),
      original: z.string(),
      originalStart: z.int(),
      originalEnd: z.int(),
      originalText: z.string(),
      likeness: z.number(),
    }),
  ),
});

export const searchPage = pageOf(
  z.strictObject({
    id: z.string(),
    title: z.string().nullable(),
    published: day.nullable(),
    origin: z.string(),
    snippet: contract.span,
    isCut: z.boolean().describe('Whether the text goes on behind it.'),
  }),
);

export const dyadIncident = z.strictObject({
  id: z.string(),
  day,
  type: z.string(),
  mode: z.string().nullable(),
  quad: z.int().nullable(),
  score: z.number().nullable(),
  sources: z.int().nullable(),
  title: z.string().nullable(),
});

const quads = z.tuple([z.int(), z.int(), z.int(), z.int()]);
const side = z.strictObject({
  name: z.string().describe('Its code, or the bloc’s name.'),
  title: z.string(),
});

const shock = z.strictObject({
  day,
  days: z.int(),
  kind: z.enum(['hostile', 'friendly']),
  count: z.int(),
  expected: z.number(),
  surprise: z.number().describe('Logarithm to base 10 of the probability of so many by chance.'),
});

const series = z.strictObject({
  question: z.strictObject({
    actors: z.array(z.string()),
    recipients: z.array(z.string()),
    from: day.optional(),
    to: day.optional(),
    types: z.array(z.string()).optional(),
    actorSectors: z.array(z.string()).optional(),
    recipientSectors: z.array(z.string()).optional(),
    minConfidence: z.number().optional(),
    source: z.string().optional(),
  }),
  incidents: z.int(),
  byQuad: quads,
  byType: z.array(z.strictObject({ type: z.string(), count: z.int() })),
  first: day.nullable(),
  last: day.nullable(),
  steps: z.array(
    z.strictObject({
      from: day,
      to: day,
      count: z.int(),
      byQuad: quads,
      coverage: z.int(),
      level: z
        .strictObject({
          day,
          level: z.number(),
          low: z.number(),
          high: z.number(),
          evidence: z.number(),
          share: z.number(),
        })
        .nullable()
        .describe('Null where the evidence is too thin.'),
    }),
  ),
  shocks: z.array(shock),
  turningPoints: z.array(z.strictObject({ day, kind: z.enum(['low', 'high']), level: z.number() })),
  extremes: z.array(
    z.strictObject({
      kind: z.enum(['lowest', 'highest']),
      day,
      level: z.number(),
      since: day.nullable(),
      from: day,
      isClear: z.boolean(),
    }),
  ),
  isEnough: z.boolean(),
});

/** As fine as the source knows it. */
const time = z.string().regex(/^\d{4}(-\d{2}){0,2}$/);
const lasting = { from: time, to: time.nullable() };

/** What two states fought over or came near to; values of either side under its code. */
const conflictsBeside = z.strictObject({
  disputes: z.array(
    z.strictObject({
      ...lasting,
      highest: z.enum(HOSTILITIES).nullable(),
      hostility: z.record(code, z.enum(HOSTILITIES)).nullable(),
      fatalities: z.record(code, z.enum(FATALITY_CLASSES).nullable()).nullable(),
      first: code,
    }),
  ),
  rivalries: z.array(z.strictObject({ ...lasting, kinds: z.array(z.enum(RIVALRY_KINDS)) })),
  armed: z.array(
    z.strictObject({
      ...lasting,
      intensity: z.enum(['minor', 'war']).nullable(),
      about: z.array(z.enum(['government', 'territory'])),
      role: z.record(code, z.enum(['party', 'support'])),
      within: code.nullable(),
    }),
  ),
  until: day.nullable(),
  covers: z.strictObject({ disputes: z.int(), rivalries: z.int(), armed: z.int() }),
});

const beside = z.strictObject({
  assembly: z.array(
    z.strictObject({
      session: z.int(),
      year: z.int(),
      both: z.int(),
      share: z.number(),
      distance: z.number().nullable(),
    }),
  ),
  agreementLowestSince: z.int().nullable(),
  distanceHighestSince: z.int().nullable(),
  council: z.strictObject({ same: z.int(), different: z.int(), open: z.int() }),
  vetoes: z.array(z.strictObject({ by: code, of: code, symbol: z.string(), date: day })),
  alliances: z.array(
    z.strictObject({ from: z.int(), to: z.int(), isOpen: z.boolean(), pledges: z.array(z.string()) }),
  ),
  conflicts: conflictsBeside,
  covers: z.strictObject({
    assembly: z.string(),
    alliances: z.int(),
    council: day.nullable(),
    unanimous: day.nullable(),
  }),
});

export const dyad = z.strictObject({
  ways: z.array(
    z.strictObject({
      actor: side,
      recipient: side,
      dyad: series,
      explained: z.array(z.strictObject({ shock, incidents: z.array(dyadIncident) })),
      weightiest: z.array(dyadIncident),
    }),
  ),
  beside: beside.nullable(),
});

export const job = z
  .strictObject({
    id: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    read: z.int(),
    failed: z.int(),
    added: z.int(),
    replaced: z.int(),
    unchanged: z.int(),
    failures: z.array(z.strictObject({ origin: z.string(), code: z.string(), message: z.string() })),
    latest: z.strictObject({ id: z.string(), title: z.string().nullable() }).nullable(),
    because: z.string().nullable(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .describe('Many reports that are read and saved, and how far that is.');

export const country = z.strictObject({
  code,
  name: z.string(),
  aliases: z.array(z.string()),
  demonyms: z.array(z.string()),
  capital: z.string().nullable(),
  capitals: z.array(z.string()),
  latitude: z.number(),
  longitude: z.number(),
  id: z.string().nullable(),
  until: day.nullable(),
});

export const councilVote = z.strictObject({
  date: day,
  symbol: z.string(),
  draft: z.string().nullable(),
  meeting: z.string().nullable(),
  topic: z.string(),
  matter: z.string().nullable(),
  crisis: z.string().nullable(),
  about: z.array(z.string()),
  sponsors: z.array(z.string()),
  outcome: z.enum(['adopted', 'vetoed', 'failed']),
  for: z.int().nullable(),
  against: z.int().nullable(),
  abstain: z.int().nullable(),
  vetoedBy: z.array(z.string()),
  roll: z.enum(['known', 'derived', 'unknown']),
  ballots: z.record(z.string(), z.enum(['for', 'against', 'abstain', 'absent'])).nullable(),
  origins: z.array(z.string()),
  source: z.string(),
});

export const councilPage = pageOf(
  z.strictObject({
    vote: councilVote,
    why: z.string().nullable().describe('Why it fits the topic asked for.'),
  }),
).extend({
  total: z.int(),
  counted: z.string().describe('What was counted, in words.'),
  open: z.int().describe('Votes that may belong here and whose record does not say.'),
});

const covers = z.strictObject({ from: z.string(), to: z.string() });

export const coverage = z.strictObject({
  council: z.strictObject({
    votes: z.int(),
    covers,
    coversUnanimous: z.string(),
    origins: z.record(z.string(), z.int()),
    decades: z.array(
      z.strictObject({
        decade: z.string(),
        votes: z.int(),
        rolls: z.strictObject({ known: z.int(), derived: z.int(), unknown: z.int() }),
        uncounted: z.int(),
      }),
    ),
    missing: z.strictObject({ count: z.int(), runs: z.array(z.string()) }),
    differences: z.array(
      z.strictObject({
        date: z.string(),
        symbol: z.string(),
        what: z.string(),
        one: z.string(),
        other: z.string(),
        kept: z.string(),
      }),
    ),
  }),
  assembly: z.strictObject({ rollCalls: z.int(), covers, withSymbol: z.int() }),
  alliances: z.strictObject({ spells: z.int(), covers: years }),
  conflicts: z.strictObject({
    counts: z.strictObject({ disputes: z.int(), rivalries: z.int(), armed: z.int() }),
    covers: z.strictObject({ disputes: years, rivalries: years, armed: years }),
  }),
  offices: z.strictObject({ tenures: z.record(z.string(), z.int()), origins: z.string() }),
});

export const about = z.strictObject({
  program: z.literal('rapporteur'),
  version: z.string(),
  archive: z.strictObject({ path: z.string(), records: z.record(z.string(), z.int()) }),
});

/** Schemas that have a name of their own in the OpenAPI document. */
export const NAMED: Readonly<Record<string, z.ZodType>> = {
  Span: contract.span,
  Actor: contract.actor,
  When: contract.when,
  Place: contract.place,
  Event: contract.event,
  Statement: contract.statement,
  Vote: contract.vote,
  Claim: contract.claim,
  Dispute: contract.dispute,
  Note: contract.note,
  Report: contract.report,
  Reading: contract.reading,
  ReportName: reportName,
  EventPage: eventPage,
  StatementPage: statementPage,
  VotePage: votePage,
  ClaimPage: claimPage,
  DisputePage: disputePage,
  Matter: matter,
  MatterPage: matterPage,
  ListedReport: listedReport,
  ReportPage: reportPage,
  Incident: incident,
  IncidentPage: incidentPage,
  WholeIncident: wholeIncident,
  Copy: copy,
  CopyPage: copyPage,
  CopiesOf: copiesOf,
  SearchPage: searchPage,
  DyadIncident: dyadIncident,
  Dyad: dyad,
  Job: job,
  Country: country,
  CouncilVote: councilVote,
  CouncilPage: councilPage,
  Coverage: coverage,
  About: about,
  Problem: problem,
};
