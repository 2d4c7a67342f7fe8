import type { Sector } from '../sectors.js';

/** Nouns by which a body's name says what it is. */
const KINDS = new Set(
  `administration agency airline alliance army assembly association authority bank bloc board body bureau cartel coalition
  command commission committee community company confederation conference council court department directorate faction
  federation force forum front fund guard group institute institution junta league ministry mission movement network
  newspaper office organisation panel parliament partnership party regulator secretariat senate service team tribunal
  union watchdog`.split(/\s+/),
);

const ARMED = [
  'militia',
  'group',
  'movement',
  'organisation',
  'faction',
  'militant',
  'fighter',
  'insurgent',
  'rebel',
  'extremist',
];
/** What reports go on to call a group by what it does. */
const BY_SECTOR: Partial<Record<Sector, readonly string[]>> = {
  REB: ARMED,
  UAF: ARMED,
  PRM: [...ARMED, 'paramilitary'],
  CRM: ['group', 'gang', 'cartel', 'organisation', 'syndicate'],
  OPP: ['group', 'movement', 'organisation', 'coalition'],
  PTY: ['party'],
  REL: ['group', 'movement', 'organisation'],
  SOC: ['group', 'movement', 'organisation'],
};

/**
 * What a body may be called when it is taken up again: "the agency" for the International Atomic Energy Agency, "the
 * militants" for an armed group.
 *
 * **Shape** `names` are all that the body bears; the noun that heads one of them stands at its end, or before its
 * first preposition. `sectors` are a group's, nothing for other bodies.
 */
export function kindsOf(names: readonly string[], sectors: readonly Sector[]): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const name of names) {
    const [front = ''] = name.toLowerCase().split(/ (?:of|for|on|in|to|against|and) /);
    const noun = front.slice(front.lastIndexOf(' ') + 1).replace(/ization$/, 'isation');
    if (front.includes(' ') || name.length > front.length) {
      if (KINDS.has(noun)) kinds.add(noun);
    }
  }
  for (const sector of sectors) for (const noun of BY_SECTOR[sector] ?? []) kinds.add(noun);
  return kinds;
}
