import type { Claim, Dispute, Event, Note, Reading, Statement, Vote } from '../../reading/contract.js';
import {
  describeActor,
  describeContent,
  describeDeed,
  describeManner,
  describeStatus,
  describeTelling,
  describeWhen,
} from './describe.js';
import { leftOut } from './left-out.js';
import { markText, quadStyle } from './mark-text.js';
import { hang, oneLine, type Paint, pad, shorten } from './paint.js';
import { printable } from './printable.js';

/**
 * A reading for a person: the text with what was found in it, then events, statements, votes, claims, disputes and
 * notes, each under the label that marks it in the text.
 *
 * **Shape** `origin` is where the report was read from; events less likely right than `least` are left out, and
 * counted.
 */
export function renderReading(found: Reading, origin: string, paint: Paint, least: number): string {
  const whole = printable(found);
  const events = whole.events.filter(({ confidence }) => confidence >= least);
  const reading = { ...whole, events };
  const unsure = whole.events.length - events.length;
  const sections = [
    renderHead(reading, printable(origin), paint),
    renderText(reading, paint),
    section(paint, 'Events', reading.events, renderEvent),
    unsure === 0 ? '' : paint.chalk.dim(hang(paint, '  ', leftOut(unsure, least))),
    section(paint, 'Statements', reading.statements, renderStatement),
    section(paint, 'Votes', reading.votes, renderVote),
    section(paint, 'Claims', reading.claims, renderClaim),
    section(paint, 'Disputes', reading.disputes, renderDispute),
    section(paint, 'Notes', reading.notes, renderNote),
  ];
  return `${sections.filter((one) => one !== '').join('\n\n')}\n`;
}

function renderHead({ report }: Reading, origin: string, paint: Paint): string {
  const { chalk, width } = paint;
  const title = report.title === null ? shorten(report.text, width - 4) : oneLine(report.title);
  const published =
    report.published !== null
      ? `${report.published} (${report.publishedBasis})`
      : report.publishedNotBefore !== null
        ? `not before ${report.publishedNotBefore} (${report.publishedBasis})`
        : 'undated';
  const facts = [published, report.publisher, origin, report.id].filter((fact) => fact !== null);
  return `${chalk.bold('━'.repeat(width))}\n${hang(paint, '', chalk.bold(title))}\n${hang(paint, '', chalk.dim(facts.map(oneLine).join(' · ')))}`;
}

function renderText(reading: Reading, paint: Paint): string {
  const { report } = reading;
  const marked = markText(reading, paint);
  // The head has shown the title already, unless there are marks in it or behind it.
  const rest =
    report.title !== null && marked.startsWith(report.title) ? marked.slice(report.title.length) : '[';
  const shown = rest.startsWith('\n') || rest === '' ? rest : marked;
  return shown
    .split(/\n\s*\n/u)
    .map((paragraph) => oneLine(paragraph))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => hang(paint, '  ', paragraph))
    .join('\n\n');
}

type Line<T> = (one: T, label: string, reading: Paint) => string;

function section<T>(paint: Paint, name: string, all: readonly T[], render: Line<T>): string {
  if (all.length === 0) return '';
  const letter = name.charAt(0);
  const lines = all.map((one, index) => render(one, `  ${pad(`${letter}${index + 1}`, 4)} `, paint));
  return `${paint.chalk.bold(name)}\n${lines.join('\n')}`;
}

function renderEvent(event: Event, label: string, paint: Paint): string {
  const { chalk } = paint;
  const type = quadStyle(paint, event.quad)(event.mode === null ? event.type : `${event.type}/${event.mode}`);
  const status = describeStatus(event);
  const details = [
    describeWhen(event.when),
    event.place === null ? '' : `in ${event.place.name}`,
    event.dead === null ? '' : `${event.dead} dead`,
    event.injured === null ? '' : `${event.injured} injured`,
    status === '' ? '' : chalk.yellow(status),
    `“${oneLine(event.cue.text)}”`,
    `${Math.round(event.confidence * 100)} %`,
  ].filter((detail) => detail !== '');
  return hang(paint, chalk.dim(label), `${describeDeed(event, type)}\n${chalk.dim(details.join(' · '))}`);
}

function renderStatement(statement: Statement, label: string, paint: Paint): string {
  const { chalk } = paint;
  const content = chalk.cyan(describeContent(statement));
  const [kind, ...manner] = describeManner(statement);
  const details = [kind, describeWhen(statement.when), ...manner, percent(statement.confidence)];
  return hang(
    paint,
    chalk.dim(label),
    `${describeTelling(statement)}: ${content}\n${chalk.dim(details.join(' · '))}`,
  );
}

function renderVote(vote: Vote, label: string, paint: Paint): string {
  const { chalk } = paint;
  const count = (number: number | null, word: string) => (number === null ? '' : `${number} ${word}`);
  const tally = [count(vote.for, 'for'), count(vote.against, 'against'), count(vote.abstain, 'abstaining')]
    .filter((part) => part !== '')
    .join(', ');
  const outcome = vote.vetoedBy.length === 0 ? vote.outcome : `vetoed by ${vote.vetoedBy.join(', ')}`;
  const record = vote.record;
  const details = [
    describeWhen(vote.when),
    tally,
    record === null ? 'no record found' : [record.symbol, record.meeting].filter(Boolean).join(', '),
  ].filter((detail) => detail !== '');
  const ballots = (['for', 'against', 'abstain', 'absent'] as const).flatMap((choice) => {
    const members = vote.members.filter((member) => member.vote === choice);
    if (members.length === 0) return [];
    const names = members.map((member) =>
      member.inferred ? chalk.dim(`${member.country}*`) : member.country,
    );
    return [`${choice}: ${names.join(' ')}`];
  });
  const inferred = vote.members.some((member) => member.inferred) ? chalk.dim(' (* from the record)') : '';
  const members = ballots.length === 0 ? '' : `\n${ballots.join(' · ')}${inferred}`;
  const head = `${vote.body}: ${chalk.magenta(outcome)} – ${oneLine(vote.matter)}`;
  return hang(paint, chalk.dim(label), `${head}\n${chalk.dim(details.join(' · '))}${members}`);
}

function renderClaim(claim: Claim, label: string, paint: Paint): string {
  const { chalk } = paint;
  const style = { supported: chalk.green, contradicted: chalk.red, unverifiable: chalk.yellow }[
    claim.verdict
  ];
  const rows = claim.evidence.map((row) => chalk.dim(`${row.source} · ${row.entry}`));
  const shown = rows.length > 10 ? [...rows.slice(0, 9), chalk.dim(`… and ${rows.length - 9} more`)] : rows;
  return hang(
    paint,
    chalk.dim(label),
    [`${style(claim.verdict)}: “${oneLine(claim.text)}”`, claim.because, ...shown].join('\n'),
  );
}

function renderDispute(dispute: Dispute, label: string, paint: Paint): string {
  const positions = dispute.positions.map(
    (one) => `${describeActor(one.party)} ${one.stance} – “${shorten(one.span.text, 80)}”`,
  );
  const decider = dispute.decider === null ? [] : [`to decide: ${describeActor(dispute.decider)}`];
  return hang(paint, paint.chalk.dim(label), [oneLine(dispute.about), ...positions, ...decider].join('\n'));
}

function renderNote(note: Note, label: string, paint: Paint): string {
  return hang(paint, paint.chalk.dim(label), `${paint.chalk.yellow(note.kind)}: ${note.text}`);
}

function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}
