import { Temporal } from 'temporal-polyfill';
import type { Council, CouncilVote, Registry } from '../../registry/registry.js';
import type { Evidence } from '../contract.js';

/** A row of the Council's record as evidence, with everything that a reader needs to check it. */
export function voteEvidence(row: CouncilVote): Evidence {
  const [source, entry] = splitSource(row);
  return {
    source,
    entry,
    fields: {
      date: row.date,
      symbol: row.symbol,
      draft: row.draft,
      meeting: row.meeting,
      topic: row.topic,
      outcome: row.outcome,
      for: row.for,
      against: row.against,
      abstain: row.abstain,
      vetoedBy: row.vetoedBy.join(' ') || null,
    },
  };
}

/** The Council's members in a year as evidence. */
export function membersEvidence(council: Council, year: number): Evidence {
  const members = council.members(year);
  return {
    source: 'council-members.csv',
    entry: String(year),
    fields: {
      year,
      size: members.length,
      members: members.join(' '),
      permanent: council.permanent(year).join(' '),
    },
  };
}

function splitSource({ source, symbol }: CouncilVote): [source: string, entry: string] {
  const at = source.search(/[:#]/);
  return at < 0 ? [source, symbol] : [source.slice(0, at), source.slice(at + 1).trim()];
}

/** "12 April 2017". */
export function inWords(day: string): string {
  const { day: date, month, year } = Temporal.PlainDate.from(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "Russia, China and Bolivia". */
export function nameAll(registry: Registry, countries: readonly string[]): string {
  const names = countries.map((code) => registry.countries.get(code)?.name ?? code);
  return names.length < 2 ? (names[0] ?? 'nobody') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
