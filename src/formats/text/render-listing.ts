import type { Listed } from '../../archive/index.js';
import type { Claim, Dispute, Event, Statement, Vote } from '../../reading/contract.js';
import type { Matter } from '../../reading/disputes/join-disputes.js';
import {
  describeActor,
  describeContent,
  describeDeed,
  describeManner,
  describeSpot,
  describeStatus,
  describeTelling,
  describeWhen,
} from './describe.js';
import { quadStyle } from './mark-text.js';
import { hang, oneLine, type Paint, pad, shorten } from './paint.js';
import { printable } from './printable.js';

/** Each record of a listing for a person, one or two lines each, its report named below. */
export function renderListedEvent(listed: Listed<Event>, paint: Paint): string {
  const { record, report } = printable(listed);
  const status = describeStatus(record);
  const type = record.mode === null ? record.type : `${record.type}/${record.mode}`;
  const deed = describeDeed(record, quadStyle(paint, record.quad)(type));
  return lines(paint, describeWhen(record.when), [
    `${deed}${status === '' ? '' : ` (${status})`}`,
    `“${oneLine(record.cue.text)}” · ${source(report)} · ${record.id}`,
  ]);
}

export function renderListedStatement(listed: Listed<Statement>, paint: Paint): string {
  const { record, report } = printable(listed);
  return lines(paint, describeWhen(record.when), [
    `${describeTelling(record)}: ${paint.chalk.cyan(describeContent(record))}`,
    [...describeManner(record), describeSpot(record), source(report), record.id].join(' · '),
  ]);
}

export function renderListedVote(listed: Listed<Vote>, paint: Paint): string {
  const { record, report } = printable(listed);
  const tally = [record.for, record.against, record.abstain].map((count) => count ?? '?').join('–');
  const veto = record.vetoedBy.length === 0 ? '' : ` by ${record.vetoedBy.join(', ')}`;
  const symbol = record.record?.symbol ?? record.draft;
  return lines(paint, describeWhen(record.when), [
    `${record.body}: ${record.outcome}${veto} ${tally} – ${shorten(record.matter, 80)}`,
    [symbol, source(report), record.id].filter(Boolean).join(' · '),
  ]);
}

export function renderListedClaim(listed: Listed<Claim>, paint: Paint): string {
  const { record, report } = printable(listed);
  return lines(paint, record.verdict, [
    `“${shorten(record.text, 160)}”`,
    `${record.because} · ${source(report)} · ${record.id}`,
  ]);
}

export function renderListedDispute(listed: Listed<Dispute>, paint: Paint): string {
  const { record, report } = printable(listed);
  const positions = record.positions.map((one) => `${describeActor(one.party)} ${one.stance}`);
  const day = report.published ?? 'undated';
  return lines(paint, day, [`${oneLine(record.about)}: ${positions.join('; ')}`, source(report)]);
}

/** A matter with each party's words, and the reports that tell of it. */
export function renderMatter({ record: matter }: Listed<Matter>, paint: Paint): string {
  const told = printable(matter.told);
  const [first, last] = [told[0]!, told.at(-1)!];
  const days = [...new Set([first.report.published ?? 'undated', last.report.published ?? 'undated'])];
  const words = told.flatMap(({ dispute }, index) =>
    dispute.positions.map(
      ({ party, stance, span }) =>
        `${describeActor(party)} ${stance}: “${shorten(oneLine(span.text), 80)}”${told.length > 1 ? ` [${index + 1}]` : ''}`,
    ),
  );
  const decider = told.map(({ dispute }) => dispute.decider).findLast((one) => one !== null);
  const numbered = told.map(
    ({ report }, index) => `${told.length > 1 ? `[${index + 1}] ` : ''}${source(report)}`,
  );
  return lines(paint, days.join(' – '), [
    oneLine(first.dispute.about),
    ...words,
    ...(decider == null ? [] : [`to decide: ${describeActor(decider)}`]),
    ...numbered,
  ]);
}

function lines(paint: Paint, first: string, [head, ...rest]: readonly string[]): string {
  // Wide enough for a range of days, or a verdict.
  const label = pad(first, /\d/.test(first) || first === 'undated' ? 25 : 16);
  const dim = rest.map((line) => paint.chalk.dim(line));
  return hang(paint, paint.chalk.dim(label), [head ?? '', ...dim].join('\n'));
}

function source(report: { readonly id: string; readonly title: string | null }): string {
  return report.title === null ? report.id : `${shorten(report.title, 60)} (${report.id})`;
}
