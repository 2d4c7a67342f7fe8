import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { loadEngine } from '../../src/pipeline.js';
import { formatJudgedRows } from './judged-rows.js';
import { printRow } from './print-row.js';
import { drawEvents } from './sample.js';

const program = new Command('draw')
  .description('Draws events by chance from the reports of JSONL files and prints them to be judged.')
  .argument('<path...>', 'JSONL files of reports')
  .requiredOption('--seed <number>', 'the same seed draws the same events', Number)
  .option('--count <number>', 'how many', Number, 200)
  .option('--without <file>', 'leave out the reports named in a TSV file (columns corpus, line, …)')
  .option('--save <file>', 'write them, without their texts, to a file for two verdicts each')
  .action(async (paths: string[], options: Options) => {
    const drawn = await drawEvents(paths, loadEngine(), {
      ...options,
      without: options.without === undefined ? new Set() : reportsIn(options.without),
    });
    for (const [index, { row, report }] of drawn.entries())
      console.log(printRow(row, report.text, index + 1));
    if (options.save !== undefined)
      writeFileSync(options.save, formatJudgedRows(drawn.map(({ row }) => row)));
  });

interface Options {
  readonly seed: number;
  readonly count: number;
  readonly without?: string;
  readonly save?: string;
}

/** Reports that served for something else already, as `corpus:line`. */
function reportsIn(path: string): Set<string> {
  const [, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  return new Set(lines.map((line) => line.split('\t').slice(0, 2).join(':')));
}

await program.parseAsync();
