import type { Ballot, Council, CouncilVote, Country } from '../registry.js';
import { day, list, malformed, number, oneOf, optional, type Row, readTable } from '../table.js';

/** **Source** the Council's first meeting: London, 17 January 1946. */
const FIRST_MEETING = '1946-01-17';

const MEMBERS_FILE = 'council-members.csv';
const VOTES_FILE = 'council-votes.csv';
const VOTE_COLUMNS = [
  'date',
  'symbol',
  'draft',
  'meeting',
  'topic',
  'matter',
  'about',
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

/** The Security Council's members and votes. **Errors** `data.malformed`. */
export function loadCouncil(countries: ReadonlyMap<string, Country>): Council {
  const seats = loadSeats(countries);
  const holders = loadHolders(countries);
  const votes = readTable(VOTES_FILE, VOTE_COLUMNS).map((row) => readVote(row, seats, countries));
  return {
    members: (year) => seats.get(year)?.all ?? [],
    permanent: (year) => seats.get(year)?.permanent ?? [],
    seatHolder: (code, date) =>
      holders.find((seat) => seat.code === code && seat.start <= date && date <= (seat.end ?? '9999'))
        ?.holder ??
      countries.get(code)?.name ??
      null,
    votes,
    covers: { from: FIRST_MEETING, to: votes.at(-1)?.date ?? FIRST_MEETING },
  };
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

const OUTCOMES: ReadonlySet<CouncilVote['outcome']> = new Set(['adopted', 'vetoed', 'failed']);
const ROLLS = new Set(['known', 'unknown'] as const);

function readVote(
  row: Row<(typeof VOTE_COLUMNS)[number]>,
  seats: ReadonlyMap<number, Seats>,
  countries: ReadonlyMap<string, Country>,
): CouncilVote {
  const date = day(row, 'date');
  if (date === null) throw malformed(row, 'date', 'a day as YYYY-MM-DD');
  const { symbol, draft, meeting, topic, matter } = row.cells;
  return {
    date,
    symbol: symbol.replace(/#\d+$/, ''),
    draft: optional(draft),
    meeting: optional(meeting),
    topic,
    matter: optional(matter),
    about: codes(row, 'about', countries),
    outcome: oneOf(row, 'outcome', OUTCOMES),
    for: number(row, 'for'),
    against: number(row, 'against'),
    abstain: number(row, 'abstain'),
    vetoedBy: codes(row, 'vetoed_by', countries),
    ballots: readBallots(row, seats.get(Number(date.slice(0, 4)))?.all ?? [], countries),
    source: `${VOTES_FILE}: ${date} ${symbol}`,
  };
}

/** Who voted how: a known roll call names all but those in favour, who are the rest of the year's members. */
function readBallots(
  row: Row<(typeof VOTE_COLUMNS)[number]>,
  members: readonly string[],
  countries: ReadonlyMap<string, Country>,
): CouncilVote['ballots'] {
  if (oneOf(row, 'roll', ROLLS) === 'unknown') return null;
  const ballots: Record<string, Ballot> = {};
  for (const member of members) ballots[member] = 'for';
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
