import { day, list, malformed, number, oneOf, optional, readTable } from '../table.js';
import {
  ASSEMBLY_ISSUES,
  type Assembly,
  type AssemblyAgreement,
  type AssemblyBallot,
  type AssemblyVote,
  type VotedOn,
} from './assembly.js';

const VOTES_FILE = 'assembly/roll-calls.csv';
const POINTS_FILE = 'assembly/ideal-points.csv';
const VOTERS_FILE = 'assembly/voters.csv';
const TITLES_FILE = 'assembly/titles.csv';
const COLUMNS = ['id', 'session', 'date', 'symbol', 'on', 'issues', 'ballots'] as const;
const BALLOTS: Readonly<Record<string, AssemblyBallot>> = { y: 'for', n: 'against', a: 'abstain' };
const ON: ReadonlySet<VotedOn> = new Set(['whole', 'amendment', 'paragraph']);

/** **Source** a session is counted by the year that it opens in; the first opened in January 1946. */
const FIRST_SESSION = 1946;

/** **Units** roll calls: fewer tell nothing of two states. */
const LEAST = 20;

/**
 * The General Assembly's roll calls and ideal points. `imported` are roll calls of the user's own: one takes the place of
 * ours on the whole of the same resolution, others are added.
 *
 * **Errors** `data.malformed`.
 */
export function loadAssembly(imported: readonly AssemblyVote[] = []): Assembly {
  // A roll call has a letter a voter, in the order of the voters' file.
  const column = new Map(readTable(VOTERS_FILE, ['code']).map(({ cells }, index) => [cells.code, index]));
  let known: ReadonlyMap<number, Title> | undefined;
  const titles = (): ReadonlyMap<number, Title> => {
    known ??= loadTitles();
    return known;
  };
  const shipped = readTable(VOTES_FILE, COLUMNS).map((row): AssemblyVote => {
    const { cells } = row;
    const date = day(row, 'date');
    const session = number(row, 'session');
    if (date === null || session === null) throw malformed(row, 'date', 'a day as YYYY-MM-DD, and a session');
    const issues = list(cells.issues);
    const strange = issues.find((issue) => !(issue in ASSEMBLY_ISSUES));
    if (strange !== undefined)
      throw malformed(row, 'issues', `some of: ${Object.keys(ASSEMBLY_ISSUES).join(', ')}`, strange);
    const ballots = cells.ballots;
    if (!/^[yna.]*$/.test(ballots) || ballots.length > column.size)
      throw malformed(row, 'ballots', 'a letter a voter: y, n, a, or a full stop for no ballot');
    const id = number(row, 'id') ?? 0;
    return {
      id,
      session,
      date,
      symbol: optional(cells.symbol),
      on: oneOf(row, 'on', ON),
      // Read when first asked for: most questions are about ballots alone.
      get title() {
        return titles().get(id)?.title ?? '';
      },
      get text() {
        return titles().get(id)?.text ?? null;
      },
      issues: issues as AssemblyVote['issues'],
      get for() {
        return countLetters(ballots, 'y');
      },
      get against() {
        return countLetters(ballots, 'n');
      },
      get abstain() {
        return countLetters(ballots, 'a');
      },
      ballot: (country) => BALLOTS[ballots[column.get(country) ?? -1] ?? '.'] ?? null,
      source: `${VOTES_FILE}: ${cells.id}`,
    };
  });
  const replaced = new Set(imported.map(({ symbol }) => symbol));
  const kept = shipped.filter(({ symbol, on }) => on !== 'whole' || symbol === null || !replaced.has(symbol));
  const votes = imported.length === 0 ? shipped : [...kept, ...imported];
  let points: ReadonlyMap<string, number> | undefined;
  const idealPoints = (): ReadonlyMap<string, number> => {
    points ??= loadIdealPoints();
    return points;
  };
  const bySymbol = new Map<string, AssemblyVote[]>();
  for (const vote of votes) {
    if (vote.symbol === null) continue;
    const same = bySymbol.get(vote.symbol) ?? [];
    if (vote.on === 'whole') same.unshift(vote);
    else same.push(vote);
    bySymbol.set(vote.symbol, same);
  }
  return {
    votes,
    voters: [...column.keys()],
    covers: {
      from: votes.reduce((first, { date }) => (date < first ? date : first), '9999'),
      to: votes.reduce((last, { date }) => (date > last ? date : last), ''),
    },
    bySymbol: (symbol) =>
      bySymbol.get(symbol.startsWith('A/RES/') ? symbol : `A/RES/${symbol.replace(/^A\//, '')}`) ?? [],
    agreement: (one, other, least = LEAST) => agreementBySession(votes, idealPoints(), [one, other], least),
    idealPoint: (country, session) => idealPoints().get(`${session} ${country}`) ?? null,
  };
}

function countLetters(ballots: string, wanted: string): number {
  let count = 0;
  for (const letter of ballots) if (letter === wanted) count += 1;
  return count;
}

interface Title {
  readonly title: string;
  readonly text: string | null;
}

function loadTitles(): ReadonlyMap<number, Title> {
  return new Map(
    readTable(TITLES_FILE, ['id', 'title', 'text']).map((row) => [
      number(row, 'id') ?? 0,
      { title: row.cells.title, text: optional(row.cells.text) },
    ]),
  );
}

function loadIdealPoints(): ReadonlyMap<string, number> {
  const points = new Map<string, number>();
  for (const row of readTable(POINTS_FILE, ['session', 'code', 'point', 'votes'])) {
    const point = number(row, 'point');
    if (point === null) throw malformed(row, 'point', 'a number');
    points.set(`${number(row, 'session')} ${row.cells.code}`, point);
  }
  return points;
}

function agreementBySession(
  votes: readonly AssemblyVote[],
  points: ReadonlyMap<string, number>,
  [one, other]: readonly [string, string],
  least: number,
): AssemblyAgreement[] {
  const sessions = new Map<number, { both: number; same: number }>();
  for (const vote of votes) {
    const [a, b] = [vote.ballot(one), vote.ballot(other)];
    if (a === null || b === null) continue;
    const counts = sessions.get(vote.session) ?? { both: 0, same: 0 };
    counts.both += 1;
    if (a === b) counts.same += 1;
    sessions.set(vote.session, counts);
  }
  return [...sessions]
    .filter(([, { both }]) => both >= least)
    .sort(([a], [b]) => a - b)
    .map(([session, { both, same }]) => {
      const [x, y] = [points.get(`${session} ${one}`), points.get(`${session} ${other}`)];
      const distance = x === undefined || y === undefined ? null : Math.abs(x - y);
      return { session, year: FIRST_SESSION + session - 1, both, same, share: same / both, distance };
    });
}
