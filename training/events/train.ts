import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { loadEngine } from '../../src/pipeline.js';
import { crossTrust, fitTrust } from './fit-trust.js';
import { type JudgedSigns, judgedSigns } from './judged-events.js';

const program = new Command('train')
  .description('Fits how far an event is to be trusted to the verdicts of a reader.')
  .argument('<judged>', 'verdicts: training/events/judged.tsv')
  .argument('<corpora...>', 'the JSONL files that the events were drawn from')
  .requiredOption('--least <share>', 'how likely an event must be right to be told', Number)
  .option('--out <file>', 'where to write the weights', 'models/trust/weights.json')
  .action(async (judged: string, corpora: string[], options: { least: number; out: string }) => {
    const rows = await judgedSigns(judged, corpora, loadEngine());
    const guesses = crossTrust(rows);
    console.log(`ranked right before wrong: ${Math.round(100 * rankOf(rows, guesses))} %`);
    for (const least of [0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]) {
      const told = rows.filter((_, at) => guesses[at]! >= least);
      const right = told.filter(({ isRight }) => isRight).length;
      console.log(`least ${least}: ${told.length} of ${rows.length} told, ${right} right`);
    }
    writeFileSync(options.out, `${JSON.stringify(fitTrust(rows, options.least), null, 1)}\n`);
  });

/** How often of a right and a wrong event the right one is trusted more. */
function rankOf(rows: readonly JudgedSigns[], guesses: readonly number[]): number {
  let wins = 0;
  let pairs = 0;
  for (const [at, row] of rows.entries()) {
    if (!row.isRight) continue;
    for (const [other, { isRight }] of rows.entries()) {
      if (isRight) continue;
      pairs++;
      wins += guesses[at]! > guesses[other]! ? 1 : guesses[at] === guesses[other] ? 0.5 : 0;
    }
  }
  return wins / pairs;
}

await program.parseAsync();
