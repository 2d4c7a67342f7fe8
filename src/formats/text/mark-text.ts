import type { QuadCategory, Reading } from '../../reading/contract.js';
import type { Paint } from './paint.js';

/** What is shown in a report's text: a style for a stretch, and a label after its end. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly style: (text: string) => string;
}

/** The style of an event's cue, by quad category. */
export function quadStyle(paint: Paint, quad: QuadCategory): (text: string) => string {
  const { chalk } = paint;
  switch (quad) {
    case 'verbal cooperation':
      return chalk.green;
    case 'material cooperation':
      return chalk.green.bold;
    case 'verbal conflict':
      return chalk.red;
    case 'material conflict':
      return chalk.red.bold;
  }
}

/**
 * The report's text with what was found in it: cues of events and statements, votes and claims, each with the label
 * under which it is listed below. Characters of the report are never changed, only styled and labelled.
 */
export function markText(reading: Reading, paint: Paint): string {
  const { text } = reading.report;
  const marks = collectMarks(reading, paint).sort((a, b) => a.start - b.start || b.end - a.end);
  let marked = '';
  let at = 0;
  for (const [index, mark] of marks.entries()) {
    if (mark.start < at) continue;
    const labels: string[] = [];
    // Marks of one stretch stand side by side.
    for (let next = index; isSame(marks[next], mark); next++) labels.push(marks[next]!.label);
    marked += text.slice(at, mark.start) + mark.style(text.slice(mark.start, mark.end));
    marked += paint.chalk.dim(`[${labels.join('\u00a0')}]`);
    at = mark.end;
  }
  return marked + text.slice(at);
}

function isSame(one: Mark | undefined, other: Mark): boolean {
  return one?.start === other.start && one.end === other.end;
}

function collectMarks(reading: Reading, paint: Paint): Mark[] {
  const marks: Mark[] = [];
  reading.events.forEach((event, index) => {
    marks.push({ ...event.cue, label: `E${index + 1}`, style: quadStyle(paint, event.quad) });
  });
  reading.statements.forEach((statement, index) => {
    const at = statement.cue ?? statement.content[0];
    if (at === undefined) return;
    // A statement without a cue is marked at its opening words, not over all that was said.
    const end = statement.cue === null ? Math.min(at.end, at.start + 1) : at.end;
    marks.push({ start: at.start, end, label: `S${index + 1}`, style: paint.chalk.cyan });
  });
  return marks;
}
