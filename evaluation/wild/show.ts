import { Command } from 'commander';
import { readJudgedRows } from './judged-rows.js';
import { printRow } from './print-row.js';
import { reportsOf } from './sample.js';

const program = new Command('show')
  .description('Prints the events of a file of verdicts with their texts, for a second reader to judge.')
  .argument('<rows>', 'file of verdicts (TSV)')
  .argument('<path...>', 'the JSONL files that the events were drawn from')
  .action(async (file: string, paths: string[]) => {
    const rows = readJudgedRows(file);
    const texts = new Map<string, string>();
    for await (const { corpus, line, report } of reportsOf(paths))
      texts.set(`${corpus}:${line}`, report.text);
    for (const [index, row] of rows.entries()) {
      const text = texts.get(`${row.corpus}:${row.line}`);
      if (text === undefined) console.error(`${row.corpus}, line ${row.line} is not among the files given.`);
      else console.log(printRow(row, text, index + 1));
    }
  });

await program.parseAsync();
