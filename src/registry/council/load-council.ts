import type { Country } from '../registry.js';
import { day, list, malformed, number, oneOf, optional, type Row, readTable } from '../table.js';
import {
  type Ballot,
  type Council,
  type CouncilOutcome,
  type CouncilVote,
  type Difference,
  type RollCall,
  VOTE_ORIGINS,
  type VoteOrigin,
} from './council.js';

/** **Source** the Council's first meeting: London, 17 January 1946. */
const FIRST_MEETING = '1946-01-17';

const MEMBERS_FILE = 'council-members.csv';
const VOTES_FILE = 'council-votes.csv';
export const VOTE_COLUMNS = [
  'date',
  'symbol',
  'draft',
  'meeting',
  'topic',
  'matter',
  'crisis',
  'about',
  'sponsors',
  'outcome',
  'for',
  'against',
  'abstain',
  'vetoed_by',
  'roll',
  'against_by',
  'abstain_by',
  'absent_by',
  'sources',
] as const;

export type VoteRow = Row<(typeof VOTE_COLUMNS)[number]>;

interface Seats {
  readonly permanent: readonly string[];
  readonly all: readonly string[];
}

interface Seat {
  readonly code: string;
  readonly holder: string;
  readonly start: string;
  readonly end: string | null;
}

/**
 * The Security Council's members and votes. `imported` are rows of the user's own, in the columns of
 * `council-votes.csv`: one replaces ours of the same day and symbol, others are added.
 *
 * **Errors** `data.malformed`.
 */
export function loadCouncil(
  countries: ReadonlyMap<string, Country>,
  imported: readonly VoteRow[] = [],
): Council {
  const seats = loadSeats(countries);
  const holders = loadHolders(countries);
  const replaced = new Set(imported.map(keyOf));
  const shipped = readTable(VOTES_FILE, VOTE_COLUMNS).filter((row) => !replaced.has(keyOf(row)));
  const votes = [...shipped, ...imported].map((row) => readVote(row, seats, countries));
  if (imported.length > 0) votes.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    members: (year) => seats.get(year)?.all ?? [],
    permanent: (year) => seats.get(year)?.permanent ?? [],
    isMember: (code, date) =>
      date < FIRST_MEETING ? undefined : seats.get(Number(date.slice(0, 4)))?.all.includes(code),
    seatHolder: (code, date) =>
      holders.find((seat) => seat.code === code && seat.start <= date && date <= (seat.end ?? '9999'))
        ?.holder ??
      countries.get(code)?.name ??
      null,
    votes,
    covers: { from: FIRST_MEETING, to: votes.at(-1)?.date ?? FIRST_MEETING },
    coversUnanimous: votes.findLast(({ against, abstain }) => against === 0 && abstain === 0)?.date ?? '',
    differences: loadDifferences(),
  };
}

function keyOf({ cells }: VoteRow): string {
  return `${cells.date} ${cells.symbol}`;
}

function loadSeats(countries: ReadonlyMap<string, Country>): ReadonlyMap<number, Seats> {
  const seats = new Map<number, Seats>();
  for (const row of readTable(MEMBERS_FILE, ['year', 'permanent', 'elected'])) {
    const year = number(row, 'year');
    if (year === null || seats.has(year)) throw malformed(row, 'year', 'a year that no other line has');
    const permanent = codes(row, 'permanent', countries);
    seats.set(year, { permanent, all: [...permanent, ...codes(row, 'elected', countries)].sort() });
  }
  return seats;
}

/** Who held a seat that reports give to today's state. */
function loadHolders(countries: ReadonlyMap<string, Country>): readonly Seat[] {
  return readTable('council-seats.csv', ['code', 'start', 'end', 'holder']).map((row) => {
    const start = day(row, 'start');
    if (start === null) throw malformed(row, 'start', 'a day as YYYY-MM-DD');
    return { code: codes(row, 'code', countries)[0]!, holder: row.cells.holder, start, end: day(row, 'end') };
  });
}

function loadDifferences(): readonly Difference[] {
  const columns = ['date', 'symbol', 'what', 'one', 'other', 'kept'] as const;
  return readTable('council-differences.csv', columns).map(({ cells }) => cells);
}

const OUTCOMES: ReadonlySet<CouncilOutcome> = new Set(['adopted', 'vetoed', 'failed']);
const ROLLS: ReadonlySet<RollCall> = new Set(['known', 'derived', 'unknown']);
const ORIGINS: ReadonlySet<string> = new Set(VOTE_ORIGINS);

function readVote(
  row: VoteRow,
  seats: ReadonlyMap<number, Seats>,
  countries: ReadonlyMap<string, Country>,
): CouncilVote {
  const date = day(row, 'date');
  if (date === null) throw malformed(row, 'date', 'a day as YYYY-MM-DD');
  const { symbol, draft, meeting, topic, matter, crisis, sources } = row.cells;
  const origins = list(sources);
  for (const origin of origins) {
    if (!ORIGINS.has(origin)) throw malformed(row, 'sources', `some of: ${VOTE_ORIGINS.join(', ')}`, origin);
  }
  const roll = oneOf(row, 'roll', ROLLS);
  return {
    date,
    symbol: symbol.replace(/#\d+$/, ''),
    draft: optional(draft),
    meeting: optional(meeting),
    topic,
    matter: optional(matter),
    crisis: optional(crisis),
    about: codes(row, 'about', countries),
    sponsors: codes(row, 'sponsors', countries),
    outcome: oneOf(row, 'outcome', OUTCOMES),
    for: number(row, 'for'),
    against: number(row, 'against'),
    abstain: number(row, 'abstain'),
    vetoedBy: vetoersOf(row, seats, countries),
    roll,
    ballots: roll === 'unknown' ? null : readBallots(row, seats, countries),
    origins: origins as VoteOrigin[],
    source: `${row.isOwn === true ? row.file : VOTES_FILE}: ${date} ${symbol}`,
  };
}

/** Who cast a veto: named by our sources; of the user's vetoed drafts the permanent members that voted against. */
function vetoersOf(
  row: VoteRow,
  seats: ReadonlyMap<number, Seats>,
  countries: ReadonlyMap<string, Country>,
): readonly string[] {
  if (row.isOwn !== true || row.cells.outcome !== 'vetoed') return codes(row, 'vetoed_by', countries);
  const permanent = seats.get(Number(row.cells.date.slice(0, 4)))?.permanent ?? [];
  return codes(row, 'against_by', countries).filter((code) => permanent.includes(code));
}

/** Who voted how: a roll call names all but those in favour, who are the rest of the year's members. */
function readBallots(
  row: VoteRow,
  seats: ReadonlyMap<number, Seats>,
  countries: ReadonlyMap<string, Country>,
): CouncilVote['ballots'] {
  const ballots: Record<string, Ballot> = {};
  for (const member of seats.get(Number(row.cells.date.slice(0, 4)))?.all ?? []) ballots[member] = 'for';
  for (const [column, ballot] of [
    ['against_by', 'against'],
    ['abstain_by', 'abstain'],
    ['absent_by', 'absent'],
  ] as const) {
    for (const code of codes(row, column, countries)) {
      if (ballots[code] === undefined) throw malformed(row, column, "codes of that year's members", code);
      ballots[code] = ballot;
    }
  }
  return ballots;
}

function codes<Column extends string>(
  row: Row<Column>,
  column: Column,
  countries: ReadonlyMap<string, Country>,
): readonly string[] {
  const found = list(row.cells[column]);
  for (const code of found) {
    if (!countries.has(code)) throw malformed(row, column, 'codes of countries.csv', code);
  }
  return found;
}
