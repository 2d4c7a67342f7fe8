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
    .argument('[inputs...]', 'files, folders, globs, addresses of pages and feeds, or - for stdin')
    .option('--published <date>', 'date of publication of reports that bring none, YYYY-MM-DD')
    .option('--publisher <name>', 'publisher of reports that bring none')
    .option('--map <fields>', 'columns of CSV and keys of JSON: text=body,title=headline,…', many)
    .option('--threads <count>', 'read in so many threads, for many reports', parseThreads, 1)
    .option('--allow-private', 'fetch from addresses of private networks too, such as a server of your own')
    .option('--no-save', 'print only, leave the archive alone')
    .option('--again', 'read again what the archive has a reading of by this version')
    .option('--quiet', 'print no readings, only save them')
    .addOption(
      minConfidence('text shows only events at least so likely right, 0 to 1; JSON and archive keep all'),
    )
    .action(async (inputs: string[], options) => (await import('./commands/read.js')).read(inputs, options));

  reading(program, 'watch', 'poll feeds, and read, save and print what is new in them')
    .argument('<feeds...>', 'addresses of feeds (RSS, Atom, JSON Feed), and OPML files that list them')
    .addOption(
      new Option('--every <time>', 'how often a feed is asked: 90s, 15m, 2h')
        .argParser(parseTime)
        .default(15 * 60_000, '15m'),
    )
    .option('--once', 'ask each once, and end')
    .option('--threads <count>', 'read in so many threads', parseThreads, 1)
    .option('--allow-private', 'ask addresses of private networks too, such as a server of your own')
    .addOption(
      minConfidence('text shows only events at least so likely right, 0 to 1; JSON and archive keep all'),
    )
    .action(async (feeds: string[], options) => (await import('./commands/watch.js')).watch(feeds, options));

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

  withKnowledge(
    listing(program, 'votes', 'list votes that were read; or ask the official record of the Council', TABLES),
  )
    .option('--actor <country>', 'code of a country that voted', parseCountry)
    .option('--body <name>', 'part of the name of the council or parliament', notEmpty)
    .option('--outcome <outcome>', 'adopted, vetoed or failed; of votes that were read also unknown')
    .option('--record', 'ask the official record; so does each option below')
    .option('--veto <country>', 'record: vetoed by this permanent member, alone or with others', notEmpty)
    .option('--about <topic>', 'record: on a country, by name or code, or words of agenda or title', notEmpty)
    .option('--since <date>', 'record: not before this year, month or day', parseStart)
    .option('--until <date>', 'record: not after this year, month or day', parseEnd)
    .option(
      '--member <country[=ballot]>',
      'record: on the Council; and for, against, abstain or absent',
      notEmpty,
    )
    .option('--pair <countries>', 'record: how two members voted, such as USA,RUS', notEmpty)
    .option('--sponsor <country>', 'record: laid before the Council by this state', notEmpty)
    .option('--symbol <symbol>', 'record: of a resolution or draft, such as S/RES/2118', notEmpty)
    .option('--grid', 'record: roll calls as a grid, a column a member')
    .option('--assembly', 'record: ask the General Assembly: about, since, until, member, symbol, pair')
    .action(async (options) => {
      const { asksTheRecord, recordedVotes } = await import('./commands/record.js');
      if (asksTheRecord(options)) return recordedVotes(options);
      return (await import('./commands/list.js')).listVotesCommand(options);
    });

  listing(program, 'claims', 'list claims that were checked', [...TABLES, 'claimreview'])
    .option('--kind <kind>', 'kind of claim')
    .option('--verdict <verdict>', 'supported, contradicted or unverifiable')
    .action(async (options) => (await import('./commands/list.js')).listClaimsCommand(options));

  command(program, 'incidents', 'list events merged over reports: each once, however many tell it', TABLES)
    .argument('[id]', 'one incident whole, by its id or that of an event in it')
    .option('--actor <who>', 'country code, or part of a name', notEmpty)
    .option('--recipient <who>', 'country code, or part of a name', notEmpty)
    .option('--type <types...>', 'PLOVER event types', upperCase)
    .option('--status <status>', 'happened, alleged, expected or unreal')
    .option('--place <name>', 'part of the name of the place', notEmpty)
    .option('--min-sources <count>', 'told by at least so many independent reports', parseLimit)
    .addOption(minConfidence('only incidents at least so likely right, 0 to 1'))
    .option('--from <date>', 'not before this day, YYYY-MM-DD', parseDay)
    .option('--to <date>', 'not after this day, YYYY-MM-DD', parseDay)
    .option('--limit <count>', 'at most so many', parseLimit)
    .option(
      '--join <event>',
      'rule that this event too is of the incident of the event named as id',
      notEmpty,
    )
    .option(
      '--part <event>',
      'rule that this event is none of the incident of the event named as id',
      notEmpty,
    )
    .option('--unrule <event>', 'take back what was ruled of this event and the one named as id', notEmpty)
    .option('--by <name>', 'who rules', notEmpty)
    .action(async (id: string | undefined, options) =>
      (await import('./commands/incidents.js')).incidents(id, options),
    );

  withKnowledge(command(program, 'dyad', 'show how two countries or blocs stand, now and over time', TABLES))
    .argument('<one>', 'country by code or name, or a bloc: USA, France, NATO')
    .argument('<other>', 'another, or the same for what goes on within')
    .option('--from <date>', 'not before this year, month or day', parseStart)
    .option('--to <date>', 'not after this year, month or day', parseEnd)
    .addOption(
      new Option('--step <size>', 'how finely it is drawn').choices(['day', 'week', 'month', 'year']),
    )
    .option('--types <types...>', 'only these PLOVER event types', upperCase)
    .option('--sectors <sectors...>', 'only where the actor is of one of these PLOVER sectors', upperCase)
    .option('--one-way', 'only what the first does to the other')
    .option(
      '--source <name>',
      'events imported from this source, in place of incidents that were read',
      notEmpty,
    )
    .addOption(minConfidence('only incidents at least so likely right, 0 to 1'))
    .action(async (one: string, other: string, options) =>
      (await import('./commands/dyad.js')).dyad(one, other, options),
    );

  command(program, 'copies', 'list reports that repeat others, and where their sentences come from')
    .option('--report <id>', 'what this report repeats, sentence by sentence, and what repeats it', notEmpty)
    .option('--limit <count>', 'at most so many', parseLimit)
    .action(async (options) => (await import('./commands/copies.js')).copies(options));

  command(program, 'sign', 'stand for the verdict on a claim, so that it can be published')
    .argument('<claim>', 'id of the claim, as claims prints it')
    .requiredOption('--by <name>', 'who stands for it', notEmpty)
    .option('--verdict <verdict>', 'supported, contradicted or unverifiable, in place of the program’s')
    .option('--note <words>', 'what to add to the explanation', notEmpty)
    .option('--url <address>', 'where the check is published', notEmpty)
    .action(async (claim: string, options) => (await import('./commands/sign.js')).sign(claim, options));

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

  const registry = withKnowledge(
    output(
      program.command('registry').description('show what the official records hold, and what they lack'),
    ),
  )
    .option('--gaps', 'list what is missing, and where sources differ')
    .exitOverride()
    .action(async (options) => (await import('./commands/registry.js')).showRegistry(options));
  output(
    registry
      .command('import')
      .description('bring votes of your own: voting exports of the UN Digital Library, or tables of ours'),
  )
    .argument('<files...>', 'CSV files; docs/registry.md says which')
    .option(
      '--knowledge <folder>',
      'folder of your own knowledge, in place of the one in your config folder',
      notEmpty,
    )
    .exitOverride()
    // The parent takes --knowledge first, wherever it stands.
    .action(async (files: string[], _, self: Command) =>
      (await import('./commands/registry.js')).importVotes(files, self.optsWithGlobals()),
    );

  program
    .command('export')
    .description('write what the archive holds in a format of the field')
    .addOption(
      new Option('--as <format>', 'which format')
        .choices(['plover', 'polecat', 'icews', 'gdelt', 'jsonl', 'csv', 'parquet', 'webanno', 'graphml'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--what <records>', 'what is written, where the format leaves a choice')
        .choices(['events', 'statements', 'incidents'])
        .default('events'),
    )
    .option('-o, --output <file>', 'file to write, in place of stdout', notEmpty)
    .option('--archive <path>', 'archive file, in place of the one in your data folder', notEmpty)
    .exitOverride()
    .action(async (options) => (await import('./commands/export.js')).exportRecords(options));

  command(program, 'import', 'bring events that another program coded, apart from those that are read')
    .argument('<files...>', 'files of events, gzipped or not')
    .addOption(
      new Option('--from <source>', 'whose files they are')
        .choices(['gdelt', 'icews', 'polecat'])
        .makeOptionMandatory(),
    )
    .action(async (files: string[], options) =>
      (await import('./commands/import.js')).importEvents(files, options),
    );

  command(program, 'search', 'find reports by the words in them')
    .argument('<words...>', 'words that a report must hold, all of them')
    .option('--limit <count>', 'at most so many reports', parseLimit, 20)
    .action(async (words: string[], options) =>
      (await import('./commands/search.js')).search(words, options),
    );

  withKnowledge(
    program
      .command('serve')
      .description('serve the archive to programs and the page, on this machine only')
      .option('--archive <path>', 'archive file, in place of the one in your data folder', notEmpty)
      .exitOverride(),
  )
    .option('--port <port>', 'port to listen at, in place of any that is free', parsePort)
    .option('--threads <count>', 'read reports in so many threads', parseThreads, 1)
    .action(async (options) => (await import('./commands/serve.js')).serve(options));

  withKnowledge(
    program
      .command('mcp')
      .description(
        'offer the archive to programs that speak the Model Context Protocol, over stdin and stdout',
      )
      .option('--archive <path>', 'archive file, in place of the one in your data folder', notEmpty)
      .exitOverride(),
  ).action(async (options) => (await import('./commands/mcp.js')).mcp(options));

  reading(
    program,
    'doctor',
    'show what is installed: pipeline, models, registry, knowledge of your own, archive',
  ).action(async (options) => (await import('./commands/doctor.js')).doctor(options));

  return program;
}

const USUAL = ['text', 'json'];
/** Formats of what fits into a table. */
const TABLES = [...USUAL, 'csv'];

function command(program: Command, name: string, description: string, formats = USUAL): Command {
  return output(program.command(name).description(description), formats)
    .option('--archive <path>', 'archive file, in place of the one in your data folder', notEmpty)
    .exitOverride();
}

function output(made: Command, formats = USUAL): Command {
  return made
    .addOption(new Option('--format <format>', 'how to print').choices(formats).default('text'))
    .addOption(new Option('--json', 'short for --format json').implies({ format: 'json' }));
}

function reading(program: Command, name: string, description: string): Command {
  return withKnowledge(command(program, name, description));
}

function withKnowledge(made: Command): Command {
  return made
    .option(
      '--knowledge <folder>',
      'CSV files of your own actors and frames, in place of those in your config folder',
      notEmpty,
    )
    .option('--no-knowledge', 'read without any knowledge of your own');
}

function listing(program: Command, name: string, description: string, formats = USUAL): Command {
  return command(program, name, description, formats)
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

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('Give a whole number up to 65535; 0 is any that is free.');
  return port;
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

/** A year or month stands for its first day. */
function parseStart(text: string): string {
  return parseDay(/^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
}

/** A year or month stands for its last day. */
function parseEnd(text: string): string {
  if (/^\d{4}$/.test(text)) return `${text}-12-31`;
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return parseDay(text);
  parseDay(`${text}-01`);
  return `${text}-${String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())}`;
}

/** **Units** the result is in milliseconds. */
function parseTime(text: string): number {
  const [, count, unit] = /^(\d{1,6})(s|m|h|d)$/.exec(text) ?? [];
  const time =
    Number(count) * ({ s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit ?? ''] ?? Number.NaN);
  if (!(time >= SHORTEST_ROUND_MS && time <= LONGEST_ROUND_MS))
    throw new InvalidArgumentError('Give a time from 60s to 7d, such as 15m or 2h.');
  return time;
}

/** Servers are to be left alone for a minute at least. */
const SHORTEST_ROUND_MS = 60_000;
const LONGEST_ROUND_MS = 7 * 86_400_000;

function many(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), text];
}

function upperCase(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), ...text.toUpperCase().split(',')];
}
