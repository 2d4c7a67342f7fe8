// `npm start`: reads the examples, or the files given, through the very command line that users have.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const given = process.argv.slice(2);
// npm runs scripts in the package's folder; paths that the user typed are meant from where npm was called.
const cwd = process.env.INIT_CWD ?? process.cwd();
const files = given.length > 0 ? given : [join(root, 'examples', '*.txt')];
const run = spawnSync(process.execPath, [join(root, 'bin', 'rapporteur'), 'read', ...files], {
  cwd,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
