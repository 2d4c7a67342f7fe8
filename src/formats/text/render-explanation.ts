import type { Explanation, Mark, Reason } from '../../reading/explain/explanation.js';
import { describeActor, describeDeed, describeStatus } from './describe.js';
import { quadStyle } from './mark-text.js';
import { hang, oneLine, type Paint, pad, shorten } from './paint.js';
import { printable } from './printable.js';

/** What a record rests on, for a person: the record, the sentence with its parts marked, then reason by reason. */
export function renderExplanation(found: Explanation, paint: Paint): string {
  const explanation = printable(found);
  const { chalk } = paint;
  const { report, reasons } = explanation;
  const title = report.title === null ? '' : `${oneLine(report.title)} · `;
  const dated = report.published === null ? 'undated' : `${report.published} (${report.publishedBasis})`;
  return [
    hang(paint, '', chalk.bold(`${explanation.id}  ${headOf(explanation, paint)}`)),
    hang(paint, '', chalk.dim(`${title}${dated} · ${report.id}`)),
    '',
    hang(paint, '  ', oneLine(marked(explanation, paint))),
    '',
    ...reasons.map((one, index) => renderReason(one, reasons[index - 1], paint)),
  ].join('\n');
}

function headOf(explanation: Explanation, paint: Paint): string {
  switch (explanation.kind) {
    case 'event': {
      const { record } = explanation;
      const type = record.mode === null ? record.type : `${record.type}/${record.mode}`;
      const status = describeStatus(record);
      const deed = describeDeed(record, quadStyle(paint, record.quad)(type));
      return `${deed}${status === '' ? '' : ` (${status})`} · ${percent(record.confidence)}`;
    }
    case 'statement': {
      const { speaker, kind, confidence } = explanation.record;
      return `${speaker === null ? 'somebody' : describeActor(speaker)}, ${kind} · ${percent(confidence)}`;
    }
    case 'vote':
      return `${explanation.record.body}: ${explanation.record.outcome} – ${shorten(explanation.record.matter, 80)}`;
    case 'claim':
      return `${explanation.record.kind}: ${explanation.record.verdict}`;
  }
}

/** The passage with a label behind each of its parts; of parts that overlap the first one is marked. */
function marked({ passage, marks }: Explanation, { chalk }: Paint): string {
  const { start, end, text } = passage;
  let shown = '';
  let at = start;
  for (const { part, span } of outermost(marks)) {
    if (span.start < at || span.end > end) continue;
    shown += text.slice(at - start, span.start - start);
    shown += `${chalk.underline(text.slice(span.start - start, span.end - start))}${chalk.dim(`[${part}]`)}`;
    at = span.end;
  }
  return shown + text.slice(at - start);
}

/** A vote is the whole sentence: what stands within it says more. */
function outermost(marks: readonly Mark[]): Mark[] {
  const inner = marks.filter(({ part }) => part !== 'vote');
  return inner.length > 0 ? inner : [...marks];
}

function renderReason(one: Reason, before: Reason | undefined, paint: Paint): string {
  const label = paint.chalk.dim(`  ${pad(one.about === before?.about ? '' : one.about, 11)} `);
  const example = one.entry?.example == null ? '' : `\n${paint.chalk.dim(`as in: ${one.entry.example}`)}`;
  return hang(paint, label, `${oneLine(one.says)}${example}`);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
