import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagePath } from '../src/package-root.js';
import { loadEngine, readReport } from '../src/pipeline.js';
import type { Reading } from '../src/reading/contract.js';
import { reportOf } from './report-of.js';

const BIN = packagePath('bin', 'rapporteur');
const EXAMPLE = packagePath('examples', 'knowledge');
const TEXT =
  'Zafaran Front fighters attacked Gao. Norway expelled two Malian diplomats. Oslo greylisted Mali.';
const WITHOUT = ['null/UAF ASSAULT MLI', 'NOR/GOV SANCTION MLI'];
const WITH = ['MLI/REB ASSAULT MLI', 'NOR/GOV COERCE MLI', 'NOR/GOV SANCTION MLI'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function rapporteur(args: readonly string[], input = '') {
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') };
  const all = [...args, '--archive', join(folder, 'archive.duckdb')];
  return spawnSync(BIN, all, { encoding: 'utf8', input, env });
}

function read(...args: readonly string[]): Reading {
  return JSON.parse(rapporteur(['read', '-', '--json', ...args], TEXT).stdout) as Reading;
}

/** Who does what to whom, a word each. */
function deeds({ events }: Reading): string[] {
  return events.map(
    ({ type, actors, recipients }) =>
      `${actors[0]?.country}/${actors[0]?.sectors[0]} ${type} ${recipients[0]?.country}`,
  );
}

describe('knowledge of your own', () => {
  it('adds actors with marks or without and frames, and changes the type of an event', () => {
    expect(deeds(read('--no-save'))).toEqual(WITHOUT);
    expect(deeds(read('--no-save', '--knowledge', EXAMPLE))).toEqual(WITH);
  });

  it('lies in the config folder unless told otherwise, and can be left out', () => {
    mkdirSync(join(folder, 'config'), { recursive: true });
    cpSync(EXAMPLE, join(folder, 'config', 'rapporteur'), { recursive: true });
    expect(deeds(read('--no-save'))).toEqual(WITH);
    expect(deeds(read('--no-save', '--no-knowledge'))).toEqual(WITHOUT);
  });

  it('is in force in every thread', () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.txt`), `${TEXT} ${name}`);
    const [one, two] = ['1', '2'].map((threads) => {
      const args = ['read', folder, '--json', '--no-save', '--threads', threads, '--knowledge', EXAMPLE];
      return rapporteur(args).stdout;
    });
    expect(two!.trim().split('\n')).toHaveLength(3);
    expect(two).toBe(one);
    expect(two).toContain('"COERCE"');
  });

  it('is named by the reading, which replaces one that was read without it', () => {
    expect(read().knowledge).toBeUndefined();
    const { stdout, stderr } = rapporteur(
      ['read', '-', '--knowledge', EXAMPLE, '--min-confidence', '0'],
      TEXT,
    );
    expect(stdout).toContain('COERCE');
    expect(stderr).toContain('0 new, 1 replaced, 0 unchanged');
    expect(read('--knowledge', EXAMPLE).knowledge).toMatch(/^[\w-]{12}$/);
    expect(rapporteur(['read', '-', '--knowledge', EXAMPLE], TEXT).stderr).toContain('1 unchanged');
  });

  it('is not looked for by the library unless named', () => {
    const report = reportOf(TEXT);
    expect(deeds(readReport(report, loadEngine({ knowledge: EXAMPLE })))).toEqual(WITH);
    expect(deeds(readReport(report, loadEngine()))).toEqual(WITHOUT);
  });

  it('is shown by doctor with what it changes', () => {
    const { stdout } = rapporteur(['doctor', '--knowledge', EXAMPLE]);
    expect(stdout).toContain(EXAMPLE);
    expect(stdout).toContain('actors.csv: 4 rows, verbs.csv: 2 rows');
    expect(stdout).toMatch(/verbs\.csv, line 2: expel, .* before verb:expel/);
    const { knowledge } = JSON.parse(rapporteur(['doctor', '--knowledge', EXAMPLE, '--json']).stdout) as {
      knowledge: { added: number; replaced: { entry: string; instead: string[] }[] };
    };
    expect(knowledge.added).toBe(5);
    expect(knowledge.replaced.map(({ entry }) => entry)).toEqual([expect.stringContaining('expel')]);
    expect(JSON.parse(rapporteur(['doctor', '--json']).stdout)).toMatchObject({ knowledge: null });
  });

  it.each([
    ['that is wrong', 'actors.csv', 'name,kind\nFront,army\n', /actors\.csv, line 2/],
    ['that is empty', 'verbs.csv', '', /verbs\.csv is empty/],
  ])('%s ends the program with 2 before anything is read', (_, name, content, message) => {
    writeFileSync(join(folder, name), content);
    for (const threads of ['1', '2']) {
      const args = ['read', '-', '--knowledge', folder, '--threads', threads];
      const { status, stdout, stderr } = rapporteur(args, TEXT);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(message);
    }
  });

  it('must be in the folder that is named', () => {
    const { status, stderr } = rapporteur(['doctor', '--knowledge', join(folder, 'none')]);
    expect(status).toBe(2);
    expect(stderr).toContain('none');
  });
});
