import { RapporteurError } from '../../errors.js';
import { titleReader } from '../council/about.js';
import type { Country } from '../registry.js';

/** A row of an export: its cells by column. */
export type ExportRow = Readonly<Record<string, string>>;

/** Rows of one of the user's own tables, ready to be written. */
export interface ImportedTable {
  readonly name: 'council-votes.csv' | 'assembly-votes.csv';
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Columns by which each kind of table is known. */
const NEEDED = {
  council: [
    'ms_code',
    'ms_vote',
    'date',
    'resolution',
    'agenda',
    'total_yes',
    'total_no',
    'total_abstentions',
  ],
  assembly: ['ms_code', 'ms_vote', 'date', 'session', 'resolution', 'title'],
} as const;

/** Members that the library codes as they were, and whose seat is another's today. */
const SEATS: Readonly<Record<string, string>> = {
  SUN: 'RUS',
  SCG: 'SRB',
  ZAR: 'COD',
  BYS: 'BLR',
  BUR: 'MMR',
};

/**
 * Gathers a voting export of the UN Digital Library, which has a line for each member's vote, into our own tables.
 *
 * The export of the Council holds resolutions only; of the Assembly too, and only those that were put to a recorded
 * vote. **Errors** `input.malformed`, naming what is wrong, where, and what is allowed.
 */
export class ExportGatherer {
  private readonly votes = new Map<string, { head: ExportRow; ballots: Map<string, string> }>();
  private kind: 'council' | 'assembly' | undefined;
  private readonly path: string;
  private readonly countries: ReadonlyMap<string, Country>;

  constructor(path: string, countries: ReadonlyMap<string, Country>) {
    this.path = path;
    this.countries = countries;
  }

  /** Takes one line of the export. **Units** `line` counts from 1, the header included. */
  add(row: ExportRow, line: number): void {
    this.kind ??= this.recognise(row);
    const { resolution = '', date = '', ms_code: code = '', ms_vote: ballot = '' } = row;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw this.malformed('date', date, line, 'a day as YYYY-MM-DD');
    const symbol = bareSymbol(resolution);
    if (!/^[SA]\/RES\//.test(symbol))
      throw this.malformed('resolution', resolution, line, 'a symbol such as S/RES/2118(2013)');
    if (!/^[YNAX]$|^NV$|^$/.test(ballot))
      throw this.malformed('ms_vote', ballot, line, 'Y, N, A, X, NV or nothing');
    const key = `${date} ${symbol}`;
    const vote = this.votes.get(key) ?? { head: row, ballots: new Map() };
    if (code !== '') vote.ballots.set(this.seat(code, line), ballot);
    this.votes.set(key, vote);
  }

  /** Everything that was taken, as one of our own tables. */
  table(): ImportedTable {
    if (this.kind === undefined)
      throw new RapporteurError('input.empty', `${this.path} holds no rows below its header.`);
    return this.kind === 'council' ? this.councilTable() : this.assemblyTable();
  }

  private recognise(row: ExportRow): 'council' | 'assembly' {
    const has = (columns: readonly string[]): boolean => columns.every((column) => column in row);
    if (has(NEEDED.council) && (row.resolution ?? '').startsWith('S/')) return 'council';
    if (has(NEEDED.assembly)) return 'assembly';
    throw new RapporteurError(
      'input.malformed',
      `Unknown columns in ${this.path}: ${Object.keys(row).join(', ')}. Use a voting export of the UN Digital Library ` +
        `(Security Council: ${NEEDED.council.join(', ')}; General Assembly: ${NEEDED.assembly.join(', ')}), or a table ` +
        'as docs/registry.md describes it.',
    );
  }

  private seat(code: string, line: number): string {
    const seat = SEATS[code] ?? code;
    if (this.countries.has(seat) || seat === 'YMD' || seat === 'EAZ') return seat;
    throw this.malformed('ms_code', code, line, 'an ISO 3166 code of three letters');
  }

  private councilTable(): ImportedTable {
    const read = titleReader(this.countries.values());
    const rows = [...this.votes.values()].map(({ head, ballots }) => {
      const who = (...wanted: string[]): string =>
        [...ballots]
          .flatMap(([code, ballot]) => (wanted.includes(ballot) ? [code] : []))
          .sort()
          .join('|');
      const matter = /\[(?:on |for |to |concerning )?(.*?)\]/.exec(head.description ?? '')?.[1] ?? '';
      const topic = head.agenda ?? '';
      const about = read(matter);
      const isVote =
        !/without/i.test(head.modality ?? '') && [...ballots.values()].some((ballot) => /[YNA]/.test(ballot));
      return {
        date: head.date!,
        symbol: bareSymbol(head.resolution!),
        outcome: 'adopted',
        draft: (head.draft ?? '').replace(/\s*[(|].*/, ''),
        meeting: (head.meeting ?? '').replace(/\s*[(|].*/, ''),
        topic: line(topic),
        matter: line(matter),
        about: (about.length > 0 ? about : read(topic)).join('|'),
        for: isVote ? count(head.total_yes) : '',
        against: isVote ? count(head.total_no) : '',
        abstain: isVote ? count(head.total_abstentions) : '',
        roll: isVote ? 'known' : 'unknown',
        against_by: isVote ? who('N') : '',
        abstain_by: isVote ? who('A') : '',
        absent_by: isVote ? who('NV', 'X', '') : '',
      };
    });
    return table('council-votes.csv', rows);
  }

  private assemblyTable(): ImportedTable {
    const rows = [...this.votes.values()].flatMap(({ head, ballots }) => {
      const who = (wanted: string): string =>
        [...ballots]
          .flatMap(([code, ballot]) => (ballot === wanted ? [code] : []))
          .sort()
          .join('|');
      const session = /\d+/.exec(head.session ?? '')?.[0];
      if (session === undefined) return [];
      const [title, text] = [line(head.title ?? ''), line(head.agenda_title ?? '')];
      return {
        date: head.date!,
        session,
        symbol: bareSymbol(head.resolution!),
        title,
        for_by: who('Y'),
        against_by: who('N'),
        abstain_by: who('A'),
        text: text === title ? '' : text,
      };
    });
    return table('assembly-votes.csv', rows);
  }

  private malformed(column: string, value: string, line: number, allowed: string): RapporteurError {
    return new RapporteurError(
      'input.malformed',
      `Unknown ${column} "${value}" in ${this.path}, line ${line}. Use ${allowed}.`,
    );
  }
}

function table(name: ImportedTable['name'], rows: ImportedTable['rows']): ImportedTable {
  const sorted = [...rows].sort((a, b) => compare(`${a.date} ${a.symbol}`, `${b.date} ${b.symbol}`));
  return { name, columns: Object.keys(sorted[0] ?? {}), rows: sorted };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `S/RES/2118(2013)` is `S/RES/2118`, `A/RES/62/223 A` is `A/RES/62/223A`. */
function bareSymbol(symbol: string): string {
  return symbol.replace(/^(S\/RES\/\d+)\s*\(.*$/, '$1').replaceAll(/\s+/g, '');
}

/** Numbers come as "13" or "13.0". */
function count(cell: string | undefined): string {
  return cell === undefined || cell === '' ? '' : String(Math.trunc(Number(cell)));
}

function line(text: string): string {
  return text.replaceAll(/[\s|]+/g, ' ').trim();
}
