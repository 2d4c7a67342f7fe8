import type { ConflictsBeside } from '../../relations/dyads/conflicts-beside.js';

/** Disputes and armed conflicts that are listed one by one, the latest of each. */
const LISTED = 5;

const HOSTILITY_WORDS = {
  none: 'no act',
  threat: 'threat of force',
  display: 'display of force',
  use: 'use of force',
  war: 'war',
} as const;

/** Lines on what two states fought over, each kind with the year in which its record ends. */
export function renderConflicts({ disputes, rivalries, armed, until, covers }: ConflictsBeside): string[] {
  const span = ({ from, to }: { readonly from: string; readonly to: string | null }, end: number) =>
    to === null
      ? `${from} to ${until !== null && end >= Number(until.slice(0, 4)) ? `${until} and on` : `${end}, where the record ends`}`
      : from === to
        ? from
        : `${from} to ${to}`;
  const none = [
    ...(disputes.length === 0 ? [`no militarised dispute (record ends ${covers.disputes})`] : []),
    ...(rivalries.length === 0 ? [`no strategic rivalry (record ends ${covers.rivalries})`] : []),
    ...(armed.length === 0 ? [`no armed conflict (record ends ${covers.armed})`] : []),
  ];
  const latest = disputes.slice(-LISTED);
  return [
    ...(disputes.length === 0
      ? []
      : [
          `militarised disputes: ${disputes.length}${
            disputes.length > LISTED ? `, the latest ${LISTED}` : ''
          } (record ends ${covers.disputes})`,
        ]),
    ...latest.map(
      (dispute) =>
        `  ${span(dispute, covers.disputes)}: ${[hostilityOf(dispute), deathsOf(dispute)].filter((part) => part !== '').join('; ')}`,
    ),
    ...rivalries.map(
      (rivalry) =>
        `strategic rivals ${span(rivalry, covers.rivalries)}${rivalry.kinds.length === 0 ? '' : `: ${rivalry.kinds.join(', ')}`}`,
    ),
    ...(armed.length > LISTED ? [`armed conflicts: ${armed.length}, the latest ${LISTED}`] : []),
    ...counted(
      armed.slice(-LISTED).map((conflict) => `${span(conflict, covers.armed)}: ${armedOf(conflict)}`),
    ),
    ...(none.length === 0 ? [] : [none.join(', ')]),
  ];
}

/** Lines that say the same, once. */
function counted(lines: readonly string[]): string[] {
  return [...new Set(lines)].map((line) => {
    const count = lines.filter((one) => one === line).length;
    return count === 1 ? line : `${line} (${count} conflicts)`;
  });
}

type Dispute = ConflictsBeside['disputes'][number];

/** "use of force by USA, display of force by RUS": who went how far, the farther first. */
function hostilityOf({ highest, hostility, first }: Dispute): string {
  if (highest === null || hostility === null) return `begun by ${first}`;
  const sides = Object.entries(hostility);
  if (highest === 'none') return 'on opposite sides, without a military act of either';
  if (sides.every(([, level]) => level === highest)) return `${HOSTILITY_WORDS[highest]} by both`;
  return sides
    .filter(([, level]) => level !== 'none')
    .sort(([, level]) => (level === highest ? -1 : 1))
    .map(([code, level]) => `${HOSTILITY_WORDS[level]} by ${code}`)
    .join(', ');
}

function deathsOf({ fatalities }: Dispute): string {
  if (fatalities === null) return '';
  const sides = Object.entries(fatalities);
  if (sides.every(([, dead]) => dead === '0')) return 'no deaths in battle';
  return `deaths in battle: ${sides.map(([code, dead]) => `${code} ${dead ?? 'unknown'}`).join(', ')}`;
}

function armedOf({ intensity, about, role, within }: ConflictsBeside['armed'][number]): string {
  const supporters = Object.entries(role).flatMap(([code, one]) => (one === 'support' ? [code] : []));
  const what = intensity === 'war' ? 'war' : 'armed conflict';
  const place =
    within === null
      ? supporters.map((code) => `, ${code} in support of a party`).join('')
      : ` within ${within}, with troops of ${supporters.join(' and ')} on the rebels' side`;
  return `${what} over ${about.join(' and ')}${place}`;
}
