import type { DyadIncident } from '../../archive/dyads.js';
import type { Beside } from '../../relations/dyads/beside.js';
import { type Dyad, dayText } from '../../relations/dyads/dyad.js';
import type { Extreme } from '../../relations/dyads/extremes.js';
import type { Shock } from '../../relations/dyads/shocks.js';
import { drawSeries, drawStrip } from './draw-series.js';
import { hang, oneLine, type Paint, pad, shorten } from './paint.js';
import { printable } from './printable.js';
import { renderConflicts } from './render-conflicts.js';

/** A shock and the incidents behind it. */
export interface ExplainedShock {
  readonly shock: Shock;
  readonly incidents: readonly DyadIncident[];
}

interface Names {
  readonly actor: string;
  readonly recipient: string;
  /** What is counted, in words: "incidents that were read", "events imported from gdelt". */
  readonly counted: string;
}

const ROWS = 8;
/** Fewer make no picture. */
const LEAST_STEPS = 4;
/** Room for the numbers beside the picture. **Units** terminal columns. */
const MARGIN = 7;

/** How one side stands to another: a picture where there is enough, and what it rests on. */
export function renderDyad(
  dyad: Dyad,
  names: Names,
  shocks: readonly ExplainedShock[],
  latest: readonly DyadIncident[],
  paint: Paint,
): string {
  const { chalk } = paint;
  const out = [chalk.bold(`${names.actor} → ${names.recipient}`)];
  if (dyad.incidents === 0) {
    out.push(hang(paint, '  ', `No ${names.counted} between them.`));
    return out.join('\n');
  }
  const [verbalGood, materialGood, verbalBad, materialBad] = dyad.byQuad;
  out.push(
    hang(
      paint,
      '  ',
      `${dyad.incidents} ${names.counted}, ${dayText(dyad.first!)} to ${dayText(dyad.last!)}: ` +
        `${chalk.green(`${verbalGood} verbal and ${materialGood} material cooperation`)}, ` +
        `${chalk.red(`${verbalBad} verbal and ${materialBad} material conflict`)}`,
    ),
    hang(paint, '  ', dyad.byType.map(({ type, count }) => `${type} ${count}`).join(', ')),
  );
  if (dyad.isEnough) out.push(...picture(dyad, paint), ...standing(dyad, paint));
  else
    out.push(
      hang(
        paint,
        '  ',
        chalk.yellow('Too little is known to draw how they stand: the incidents are listed below.'),
      ),
    );
  for (const { shock, incidents } of shocks) out.push(...explained(shock, incidents, paint));
  out.push(hang(paint, '  ', chalk.dim('the weightiest incidents:')));
  for (const one of latest) out.push(hang(paint, '    ', line(one)));
  return out.join('\n');
}

function picture({ steps }: Dyad, paint: Paint): string[] {
  const { chalk } = paint;
  if (steps.length < LEAST_STEPS) return [];
  const width = Math.max(20, paint.width - MARGIN - 2);
  const levels = steps.map(({ level }) => level);
  const known = levels.filter((level) => level !== null);
  const reach = Math.max(2, ...known.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const most = Math.min(10, Math.ceil(reach));
  const rows = drawSeries(
    levels.map((level) => ({
      value: level?.level ?? null,
      low: level?.low ?? null,
      high: level?.high ?? null,
    })),
    { width, rows: ROWS, least: -most, most },
  );
  const label = (row: number) =>
    row === 0 ? `+${most}` : row === ROWS - 1 ? `−${most}` : row === ROWS / 2 ? '0' : '';
  const drawn = rows.map(
    (row, index) => `${pad('', MARGIN - 1 - label(index).length)}${chalk.dim(label(index))} ${row}`,
  );
  const strip = (name: string, values: readonly number[]) =>
    `${pad('', MARGIN - 1 - name.length)}${chalk.dim(name)} ${drawStrip(values, width)}`;
  const from = dayText(steps[0]!.from);
  const to = dayText(steps.at(-1)!.to);
  return [
    ...drawn,
    strip(
      'theirs',
      steps.map(({ count }) => count),
    ),
    strip(
      'all',
      steps.map(({ coverage }) => coverage),
    ),
    `${pad('', MARGIN)}${chalk.dim(`${from}${' '.repeat(Math.max(1, width - from.length - to.length))}${to}`)}`,
  ];
}

function standing({ steps, extremes, turningPoints }: Dyad, paint: Paint): string[] {
  const last = steps.findLast(({ level }) => level !== null)?.level;
  if (last === undefined || last === null) return [];
  const out = [
    hang(
      paint,
      '  ',
      `${dayText(last.day)}: level ${signed(last.level)} (${signed(last.low)} to ${signed(last.high)}), ` +
        `resting on ${Math.round(last.evidence)} incidents; ${last.share.toFixed(1)} of a thousand of all`,
    ),
  ];
  for (const one of extremes) out.push(hang(paint, '  ', superlative(one)));
  if (turningPoints.length > 0)
    out.push(
      hang(
        paint,
        '  ',
        `turned: ${turningPoints
          .slice(-5)
          .map(
            ({ day, kind, level }) =>
              `${kind === 'low' ? 'up from' : 'down from'} ${signed(level)} about ${dayText(day)}`,
          )
          .join('; ')}`,
      ),
    );
  return out;
}

/** "Lowest since 2014-03-12": the stretch is always named, and so is where knowledge begins. */
export function superlative({ kind, since, from, isClear }: Extreme): string {
  const doubt = isClear ? '' : ', though within the margin of doubt';
  return since === null
    ? `${kind} level of all that is known, from ${dayText(from)} on${doubt}; nothing is said of the time before`
    : `${kind} level since ${dayText(since)}${doubt}`;
}

function explained(
  { day, days, kind, count, expected }: Shock,
  incidents: readonly DyadIncident[],
  paint: Paint,
): string[] {
  const span = days === 1 ? dayText(day) : `${dayText(day)}, ${days} days`;
  const style = kind === 'hostile' ? paint.chalk.red : paint.chalk.green;
  return [
    hang(
      paint,
      '  ',
      `${style(`${kind} shock`)} ${span}: ${count} where ${expected.toFixed(1)} were to be expected`,
    ),
    ...incidents.map((one) => hang(paint, '    ', line(one))),
  ];
}

function line(raw: DyadIncident): string {
  const { day, type, mode, title, sources, id } = printable(raw);
  const told = sources === null || sources < 2 ? '' : `, ${sources} sources`;
  return `${day} ${mode === null ? type : `${type}/${mode}`} ${shorten(oneLine(title), 70)}${told} · ${id}`;
}

/** What official records say of the two, beside. */
export function renderBeside(beside: Beside, [one, other]: readonly [string, string], paint: Paint): string {
  const { chalk } = paint;
  const out = [chalk.bold(`${one} and ${other} in the official records`)];
  const last = beside.assembly.at(-1);
  if (last === undefined) out.push(hang(paint, '  ', 'General Assembly: no session with ballots of both'));
  else {
    const shares = beside.assembly.map(({ share }) => share);
    const lowest = beside.agreementLowestSince;
    const width = Math.max(10, Math.min(shares.length, paint.width - 30));
    out.push(
      hang(
        paint,
        '  ',
        `General Assembly: agreed in ${Math.round(100 * last.share)} % of ${last.both} roll calls in ${last.year}, ` +
          `${lowest === null ? `less than ever since ${beside.assembly[0]!.year}` : `not less than in ${lowest}`} (records to ${beside.covers.assembly})`,
      ),
      `  ${chalk.dim(String(beside.assembly[0]!.year))} ${drawStrip(shares, width)} ${chalk.dim(String(last.year))}`,
    );
    if (last.distance !== null)
      out.push(
        hang(
          paint,
          '  ',
          `ideal points ${last.distance.toFixed(2)} apart, ${beside.distanceHighestSince === null ? 'farther than ever' : `not farther than in ${beside.distanceHighestSince}`}`,
        ),
      );
  }
  const { same, different, open } = beside.council;
  if (same + different + open > 0)
    out.push(
      hang(
        paint,
        '  ',
        `Security Council: the same ballot ${same} times, another ${different} times, not known ${open} times` +
          contestedOnly(beside),
      ),
    );
  for (const { by, of, symbol, date } of beside.vetoes.slice(-5))
    out.push(hang(paint, '  ', `${by} vetoed a draft of ${of}: ${symbol}, ${date}`));
  if (beside.vetoes.length > 5) out.push(hang(paint, '  ', `and ${beside.vetoes.length - 5} vetoes before`));
  for (const { from, to, isOpen, pledges } of beside.alliances)
    out.push(hang(paint, '  ', `allied ${from} to ${to}${isOpen ? ' at least' : ''}: ${pledges.join(', ')}`));
  out.push(...renderConflicts(beside.conflicts).map((text) => hang(paint, '  ', text)));
  return out.join('\n');
}

/** A record that lacks what was unanimous for months makes members seem to agree less than they do. */
function contestedOnly({ covers: { council, unanimous } }: Beside): string {
  if (council === null || unanimous === null) return '';
  const days = (Date.parse(council) - Date.parse(unanimous)) / 86_400_000;
  return days > LONGEST_WITHOUT_UNANIMITY
    ? ` (to ${council}; after ${unanimous} the record has contested votes only)`
    : ` (to ${council})`;
}

/** Since 1991 the Council has been unanimous every month or two. **Units** days. */
const LONGEST_WITHOUT_UNANIMITY = 180;

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}
