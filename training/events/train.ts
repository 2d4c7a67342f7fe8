import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { loadEngine } from '../../src/pipeline.js';
import { crossTrust, fitTrust } from './fit-trust.js';
import { judgedSigns } from './judged-events.js';

const program = new Command('train')
  .description('Fits how far an event is to be trusted to the verdicts of a reader.')
  .argument('<judged>', 'verdicts: training/events/judged.tsv')
  .argument('<corpora...>', 'the JSONL files that the events were drawn from')
  .requiredOption('--least <share>', 'how likely an event must be right to be told', Number)
  .option('--out <file>', 'where to write the weights', 'models/trust/weights.json')
  .action(async (judged: string, corpora: string[], options: { least: number; out: string }) => {
    const rows = await judgedSigns(judged, corpora, loadEngine());
    const guesses = crossTrust(rows);
    for (const least of [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]) {
      const told = rows.filter((_, at) => guesses[at]! >= least);
      const right = told.filter(({ isRight }) => isRight).length;
      console.log(`least ${least}: ${told.length} of ${rows.length} told, ${right} right`);
    }
    writeFileSync(options.out, `${JSON.stringify(fitTrust(rows, options.least), null, 1)}\n`);
  });

await program.parseAsync();
