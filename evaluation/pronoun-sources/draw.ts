import { basename } from 'node:path';
import { Command } from 'commander';
import { drawSources } from './sample.js';

/** **Units** characters printed before and behind the pronoun. */
const BEFORE = 1600;
const BEHIND = 300;

const program = new Command('draw')
  .description('Draws pronouns that speak from reports with attributions and prints them to be labelled.')
  .argument('<folder...>', 'folders with text/ and attributions/ (PolNeAR)')
  .requiredOption('--seed <number>', 'the same seed draws the same pronouns', Number)
  .option('--count <number>', 'how many', Number, 100)
  .action((folders: string[], options: { seed: number; count: number }) => {
    const parts = folders.map((path) => ({ part: basename(path), path }));
    for (const [index, { part, report, start, end }] of drawSources(parts, options).entries()) {
      const { name, text } = report;
      const before = text.slice(Math.max(0, start - BEFORE), start);
      console.log(`#${index + 1}\t${part}\t${name}\t${start}\t${end}`);
      console.log(`${before}>>>${text.slice(start, end)}<<<${text.slice(end, end + BEHIND)}\n`);
    }
  });

await program.parseAsync();
