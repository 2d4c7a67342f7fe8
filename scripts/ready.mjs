// Makes a checkout ready to run: installs packages and builds, each only when something it depends on has changed.
// Everything that it prints goes to stderr, so that stdout stays the program's own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

checkNode();
ready();

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  console.error(
    `Rapporteur needs Node 20 or newer; this is ${process.versions.node}. Install a newer Node and try again.`,
  );
  process.exit(1);
}

function ready() {
  step({
    stamp: 'node_modules/.rapporteur-installed',
    inputs: ['package-lock.json', 'package.json'],
    say: 'Installing packages …',
    command: ['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
  });
  step({
    stamp: 'dist/.rapporteur-built',
    inputs: [
      'package.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'src',
      'evaluation',
      'bench',
      'training',
    ],
    say: 'Building …',
    command: [process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  });
}

function step({ stamp, inputs, say, command }) {
  const digest = digestOf(inputs);
  const stampPath = join(root, stamp);
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === digest) return;
  console.error(say);
  const [program, ...args] = command;
  const run = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error(
      `"${command.join(' ')}" failed${run.error ? `: ${run.error.message}` : ''}. Mend what it says above and try again.`,
    );
    process.exit(run.status ?? 1);
  }
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, digest);
}

// Contents for the two package files, which a clone gives new times; size and time for sources, which are many.
function digestOf(inputs) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const input of inputs) {
    const path = join(root, input);
    if (!existsSync(path)) continue;
    if (statSync(path).isFile()) hash.update(`${input}\n`).update(readFileSync(path));
    else for (const file of sourcesUnder(path)) hash.update(`${file.path}:${file.size}:${file.time}\n`);
  }
  return hash.digest('hex');
}

function sourcesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const { size, mtimeMs } = statSync(path);
      return { path, size, time: mtimeMs };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
