import { writeFileSync } from 'node:fs';
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
  .option('--save <file>', 'write them, without their texts, to a file for two verdicts each')
  .action(async (paths: string[], options: { seed: number; count: number; save?: string }) => {
    const drawn = await drawEvents(paths, loadEngine(), options);
    for (const [index, { row, report }] of drawn.entries())
      console.log(printRow(row, report.text, index + 1));
    if (options.save !== undefined)
      writeFileSync(options.save, formatJudgedRows(drawn.map(({ row }) => row)));
  });

await program.parseAsync();
