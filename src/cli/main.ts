import { CommanderError } from 'commander';
import { RapporteurError } from '../errors.js';
import { printable } from '../formats/text/printable.js';
import { keepMemoryLow } from '../memory.js';
import { EXIT } from './exit.js';
import { buildProgram } from './program.js';

// A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.done);
  throw error;
});

keepMemoryLow();

try {
  await buildProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof RapporteurError) {
    console.error(printable(error.message));
    return isOurs(error.code) ? EXIT.fault : EXIT.usage;
  }
  console.error('Internal fault:', error);
  return EXIT.fault;
}

/** Whether an error is nothing that another command line could mend: a broken installation, a busy archive. */
function isOurs(code: string): boolean {
  return code === 'archive.busy' || /^(?:model|data)\./.test(code);
}
