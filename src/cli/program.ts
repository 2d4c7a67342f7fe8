import { Command, InvalidArgumentError, Option } from 'commander';
import { MEDIA, STANCE_ACTS } from '../reading/acts.js';
import { LISTED_FROM } from '../reading/events/trust/listed.js';
import { programVersion } from '../version.js';

/** Options that every command with output takes. */
export interface OutputOptions {
  readonly format: 'text' | 'json';
}

/** Options of every command that opens the archive. */
export interface ArchiveOptions extends OutputOptions {
  readonly archive?: string;
}

/** Options of every command that reads: false for `--no-knowledge`, true where nobody says anything. */
export interface KnowledgeOptions {
  readonly knowledge: string | boolean;
}

/** More threads than any machine at hand has are a slip of the finger, and each takes its memory. */
const MOST_THREADS = 64;

/**
 * The command line, one command a file. A command's code is loaded only when it runs, so that help is instant.
 */
export function buildProgram(): Command {
  const program = new Command('rapporteur')
    .description('Reads news reports of world affairs and keeps the record of them.')
    .version(programVersion())
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();

  reading(program, 'read', 'read reports, save and print what was found')
    .argument('[inputs...]', 'files, folders, globs, or - for stdin; text, JSON or JSONL')
    .option('--published <date>', 'date of publication of reports that bring none, YYYY-MM-DD')
    .option('--publisher <name>', 'publisher of reports that bring none')
    .option('--threads <count>', 'read in so many threads, for many reports', parseThreads, 1)
    .option('--no-save', 'print only, leave the archive alone')
    .addOption(
      minConfidence('text shows only events at least so likely right, 0 to 1; JSON and archive keep all'),
    )
    .action(async (inputs: string[], options) => (await import('./commands/read.js')).read(inputs, options));

  listing(program, 'events', 'list events that were read: who did what to whom')
    .option('--actor <who>', 'country code, or part of a name', notEmpty)
    .option('--recipient <who>', 'country code, or part of a name', notEmpty)
    .option('--type <types...>', 'PLOVER event types', upperCase)
    .option('--standing <standing>', 'reported, attributed, alleged or denied')
    .addOption(minConfidence('only events at least so likely right, 0 to 1'))
    .action(async (options) => (await import('./commands/list.js')).listEventsCommand(options));

  listing(program, 'statements', 'list statements that were read: who said what')
    .option('--speaker <who>', 'country code, or part of a name', notEmpty)
    .option('--addressee <who>', 'whom it was said to: country code, or part of a name', notEmpty)
    .option('--about <whom>', 'whom it is aimed at or tells of, as for --speaker, or words in it', notEmpty)
    .option('--stance <act>', `what it does: ${STANCE_ACTS.join(', ')}`)
    .option('--medium <medium>', `how it was said: ${MEDIA.join(', ')}`)
    .option('--kind <kind>', 'direct, indirect or mixed')
    .action(async (options) => (await import('./commands/list.js')).listStatementsCommand(options));

  listing(program, 'votes', 'list votes that were read')
    .option('--actor <country>', 'code of a country that voted', parseCountry)
    .option('--body <name>', 'part of the name of the council or parliament', notEmpty)
    .option('--outcome <outcome>', 'adopted, vetoed, failed or unknown')
    .action(async (options) => (await import('./commands/list.js')).listVotesCommand(options));

  listing(program, 'claims', 'list claims that were checked')
    .option('--kind <kind>', 'kind of claim')
    .option('--verdict <verdict>', 'supported, contradicted or unverifiable')
    .action(async (options) => (await import('./commands/list.js')).listClaimsCommand(options));

  listing(program, 'disputes', 'list what is in dispute, and between whom, across reports')
    .option('--actor <who>', 'country code, or part of a name', notEmpty)
    .option('--by-report', 'each report for itself, in place of one entry a matter')
    .action(async (options) => (await import('./commands/list.js')).listDisputesCommand(options));

  reading(program, 'explain', 'show what an event, statement, vote or claim rests on')
    .argument('<id>', 'id of the record, as the listings print it')
    .option(
      '--readings <file>',
      'readings as read prints them with --json, in place of the archive; - for stdin',
    )
    .action(async (id: string, options) =>
      (await import('./commands/explain.js')).explainCommand(id, options),
    );

  command(program, 'search', 'find reports by the words in them')
    .argument('<words...>', 'words that a report must hold, all of them')
    .option('--limit <count>', 'at most so many reports', parseLimit, 20)
    .action(async (words: string[], options) =>
      (await import('./commands/search.js')).search(words, options),
    );

  reading(
    program,
    'doctor',
    'show what is installed: pipeline, models, registry, knowledge of your own, archive',
  ).action(async (options) => (await import('./commands/doctor.js')).doctor(options));

  return program;
}

function command(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(new Option('--json', 'short for --format json').implies({ format: 'json' }))
    .option('--archive <path>', 'archive file, in place of the one in your data folder', notEmpty)
    .exitOverride();
}

function reading(program: Command, name: string, description: string): Command {
  return command(program, name, description)
    .option(
      '--knowledge <folder>',
      'CSV files of your own actors and frames, in place of those in your config folder',
      notEmpty,
    )
    .option('--no-knowledge', 'read without any knowledge of your own');
}

function listing(program: Command, name: string, description: string): Command {
  return command(program, name, description)
    .option('--from <date>', 'not before this day, YYYY-MM-DD', parseDay)
    .option('--to <date>', 'not after this day, YYYY-MM-DD', parseDay)
    .option('--text <words>', 'words that must stand in it', notEmpty)
    .option('--report <id>', 'of this report only', notEmpty)
    .option('--limit <count>', 'at most so many', parseLimit);
}

function parseLimit(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new InvalidArgumentError('Give a whole number, 1 or more.');
  return count;
}

function minConfidence(description: string): Option {
  return new Option('--min-confidence <share>', description).argParser(parseShare).default(LISTED_FROM);
}

function parseShare(text: string): number {
  const share = Number(text);
  if (text.trim() === '' || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError('Give a number from 0 to 1, such as 0.7.');
  return share;
}

function parseThreads(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1 || count > MOST_THREADS)
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_THREADS}.`);
  return count;
}

/** An empty word mostly comes from a shell variable that was never set. */
function notEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text;
}

function parseCountry(text: string): string {
  if (!/^[a-z]{3}$/i.test(text)) throw new InvalidArgumentError('Give a code of three letters, such as FRA.');
  return text.toUpperCase();
}

function parseDay(text: string): string {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (!real) throw new InvalidArgumentError('Give a day as YYYY-MM-DD, such as 2017-04-12.');
  return text;
}

function upperCase(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), ...text.toUpperCase().split(',')];
}
