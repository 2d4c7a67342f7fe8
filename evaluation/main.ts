import { Command, InvalidArgumentError } from 'commander';
import { RapporteurError } from '../src/errors.js';
import { type Engine, loadEngine } from '../src/pipeline.js';
import { TASKS } from './tasks.js';

const program = new Command('evaluate')
  .description('Scores a stage on gold files and prints one JSON object.')
  .argument('<task>', `one of: ${TASKS.map((task) => task.name).join(', ')}`)
  .argument('<path>', 'gold file or folder')
  .option('--json', 'print one JSON object (the only form there is)')
  .option('--folds <count>', 'cross-validate', parseCount)
  .option('--errors', 'print what went wrong, row by row, on stderr')
  .action(async (name: string, path: string, options: { folds?: number; errors?: boolean }) => {
    const task = TASKS.find((one) => one.name === name);
    if (task === undefined) {
      return program.error(
        `Unknown task "${name}". Use one of: ${TASKS.map((one) => one.name).join(', ')}.`,
        {
          exitCode: 2,
        },
      );
    }
    let engine: Engine | undefined;
    const scores = await task.run(path, {
      engine: () => {
        engine ??= loadEngine();
        return engine;
      },
      folds: options.folds ?? null,
      errors: options.errors ?? false,
    });
    console.log(JSON.stringify({ task: task.name, ...scores }));
  });

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 2)
    throw new InvalidArgumentError('Give a whole number, 2 or more.');
  return count;
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof RapporteurError)) throw error;
  console.error(error.message);
  process.exitCode = 3;
}
