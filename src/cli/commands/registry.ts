import { RapporteurError } from '../../errors.js';
import { jsonLine } from '../../formats/json-line.js';
import { type Paint, pad, paintFor } from '../../formats/text/paint.js';
import { loadCodebook } from '../../registry/codebook/load-codebook.js';
import { loadCountries } from '../../registry/countries.js';
import { describeRecords } from '../../registry/describe-records.js';
import { importTable } from '../../registry/import/import-table.js';
import { loadRecord } from '../../registry/official-record.js';
import { loadOffices } from '../../registry/tenures/offices.js';
import { defaultKnowledgeFolder, knowledgeOf } from '../knowledge.js';
import type { KnowledgeOptions, OutputOptions } from '../program.js';

type RegistryOptions = OutputOptions & KnowledgeOptions & { readonly gaps?: boolean };

/** Shows what the official records hold, from where, and what they lack. */
export function showRegistry(options: RegistryOptions): void {
  const own = knowledgeOf(options);
  const facts = { ...describeRecords(loadRecord(own)), imported: own?.folder ?? null };
  if (options.format === 'json') {
    console.log(jsonLine(facts));
    return;
  }
  const paint = paintFor(process.stdout, process.env);
  for (const line of render(facts, options.gaps === true, paint)) console.log(line);
}

type Records = ReturnType<typeof describeRecords>;

function render(
  { council, assembly, alliances, conflicts, offices }: Records,
  gaps: boolean,
  { chalk }: Paint,
): string[] {
  const { from, to } = council.covers;
  const total = Object.values(offices.tenures).reduce((sum, count) => sum + count, 0);
  const listed = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  return [
    chalk.bold(`Security Council: ${council.votes} votes, ${from} to ${to}`),
    `  after ${council.coversUnanimous} only votes that somebody opposed; ${council.missing.count} resolutions missing`,
    `  from ${listed(council.origins)}`,
    chalk.dim(
      `  ${pad('', 8)}${['votes', 'known', 'derived', 'unknown', 'no tally'].map((head) => head.padStart(9)).join('')}`,
    ),
    ...council.decades.map(
      ({ decade, votes, rolls, uncounted }) =>
        `  ${pad(decade, 8)}${[votes, rolls.known, rolls.derived, rolls.unknown, uncounted].map((count) => String(count).padStart(9)).join('')}`,
    ),
    chalk.bold(
      `General Assembly: ${assembly.rollCalls} roll calls, ${assembly.covers.from} to ${assembly.covers.to}`,
    ),
    `  ${assembly.withSymbol} with the symbol of a resolution; ideal points by session`,
    chalk.bold(
      `Alliances: ${alliances.spells} spells of two states, ${alliances.covers.from} to ${alliances.covers.to}`,
    ),
    chalk.bold('Conflicts between states, of two each'),
    `  ${conflicts.counts.disputes} militarised disputes ${years(conflicts.covers.disputes)}; ` +
      `${conflicts.counts.rivalries} rivalries ${years(conflicts.covers.rivalries)}; ` +
      `${conflicts.counts.armed} armed conflicts ${years(conflicts.covers.armed)}`,
    chalk.bold(`Offices: ${total} terms`),
    `  from ${listed(offices.tenures)}`,
    ...(gaps
      ? [
          chalk.bold('Resolutions that are missing'),
          `  ${council.missing.runs.join(', ')}`,
          chalk.bold('Where sources differ (the last column is what is kept)'),
          ...council.differences.map(
            (one) =>
              `  ${one.date} ${pad(one.symbol, 12)} ${pad(one.what, 8)} ${one.one} / ${one.other} → ${one.kept}`,
          ),
        ]
      : [
          chalk.dim(
            '--gaps lists what is missing and where sources differ; data/README.md says what each source is.',
          ),
        ]),
  ];
}

function years({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${from} to ${to}`;
}

/** Brings tables of votes into the user's own knowledge, each whole or not at all. */
export async function importVotes(
  files: readonly string[],
  options: OutputOptions & { readonly knowledge?: string | boolean },
): Promise<void> {
  const { knowledge } = options;
  if (knowledge === false)
    throw new RapporteurError('usage', 'An import goes into your own knowledge. Leave --no-knowledge out.');
  const folder = typeof knowledge === 'string' ? knowledge : defaultKnowledgeFolder();
  const countries = loadCountries();
  const facts = { countries, offices: loadOffices(), codebook: loadCodebook() };
  const failures: string[] = [];
  for (const file of files) {
    try {
      const done = await importTable(file, folder, facts);
      if (options.format === 'json') console.log(jsonLine({ file, ...done }));
      else
        console.log(
          `${file}: ${done.added} votes added, ${done.replaced} replaced (${done.from} to ${done.to}); ${done.path} now holds ${done.total}.`,
        );
    } catch (error) {
      if (!(error instanceof RapporteurError)) throw error;
      failures.push(error.message);
    }
  }
  if (failures.length > 0) throw new RapporteurError('input.malformed', failures.join('\n'));
}
