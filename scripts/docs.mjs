// Writes the parts of the documentation that the program itself says: docs/cli.md, and the sample in README.md.
// `npm run docs` writes them; with --check it changes nothing and fails when they are out of date.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');
const stale = [];

update('docs/cli.md', cliReference());
update('README.md', withSample(readFileSync(join(root, 'README.md'), 'utf8')));

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run "npm run docs" and commit what it writes.`);
  process.exitCode = 1;
}

function update(path, content) {
  const whole = join(root, path);
  let old = '';
  try {
    old = readFileSync(whole, 'utf8');
  } catch {
    // A missing file is out of date like any other.
  }
  if (old === content) return;
  if (check) stale.push(path);
  else {
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
  }
}

function cliReference() {
  const top = rapporteur(['--help']);
  const names = [...top.matchAll(/^ {2}([a-z]+) .*$/gm)]
    .map((match) => match[1])
    .filter((name) => name !== 'help');
  const parts = ['# Command line', '', 'Written by `npm run docs` from the program itself.', '', fence(top)];
  for (const name of names) parts.push('', `## ${name}`, '', fence(rapporteur([name, '--help'])));
  parts.push(
    '',
    '## Exit status',
    '',
    '| status | meaning |',
    '|---|---|',
    '| 0 | all read, or the listing printed |',
    '| 1 | internal fault, or the archive is held by another process |',
    '| 2 | wrong usage; nothing was done |',
    '| 3 | some inputs could not be read: each is named on stderr with the reason, the rest are kept |',
    '',
  );
  return parts.join('\n');
}

function withSample(readme) {
  const sample = /<!-- sample -->\n```text\n([\s\S]*?)```\n\n```text\n[\s\S]*?```\n<!-- \/sample -->/;
  const [, input] = sample.exec(readme) ?? [];
  if (input === undefined)
    throw new Error('README.md has no sample between <!-- sample --> and <!-- /sample -->.');
  const output = rapporteur(['read', '-', '--no-save', '--no-knowledge'], input.trimEnd());
  return readme.replace(
    sample,
    () => `<!-- sample -->\n\`\`\`text\n${input}\`\`\`\n\n${fence(output)}\n<!-- /sample -->`,
  );
}

function rapporteur(args, input = '') {
  const run = spawnSync(process.execPath, [join(root, 'bin', 'rapporteur'), ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
  });
  if (run.status !== 0) throw new Error(`rapporteur ${args.join(' ')} failed: ${run.stderr}`);
  return run.stdout;
}

function fence(text) {
  const lines = text.trimEnd().split('\n');
  return `\`\`\`text\n${lines.map((line) => line.trimEnd()).join('\n')}\n\`\`\``;
}
