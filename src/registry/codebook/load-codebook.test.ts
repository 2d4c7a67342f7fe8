import { describe, expect, it } from 'vitest';
import { RapporteurError } from '../../errors.js';
import { EVENT_TYPES } from '../../reading/contract.js';
import { parseTable, type Row, readTable } from '../table.js';
import type { Codebook, VerbFrame } from './codebook.js';
import { loadCodebook, type ReadRows } from './load-codebook.js';

const COLUMNS = {
  'classes.csv': 'class,lemma',
  'contexts.csv': 'lemma,context',
  'nouns.csv': 'lemma,modifier,oblique,type,mode,actor,recipient,contexts,cameo,example',
  'verbs.csv': 'lemma,particle,object,oblique,clause,type,mode,recipient,contexts,cameo,example',
} as const;
type File = keyof typeof COLUMNS;
const FILES = Object.keys(COLUMNS) as File[];

/** The shipped codebook, with one file's rows replaced by others. */
function loadWith(file: File, rows: readonly string[]): Codebook {
  const text = [COLUMNS[file], ...rows, ''].join('\n');
  const read: ReadRows = (name, columns) =>
    name === `frames/${file}` ? parseTable(text, name, columns) : readTable(name, columns);
  return loadCodebook(read);
}

function rowsOf(file: File): readonly Row<string>[] {
  return readTable<string>(`frames/${file}`, COLUMNS[file].split(','));
}

describe('a malformed codebook', () => {
  const check = (file: File, row: string, ...named: readonly string[]) => {
    const valid =
      file === 'verbs.csv' ? 'praise,,,,,SUPPORT,,object,,051,Norland praised Sudmark.' : undefined;
    const rows = valid === undefined ? [row] : [valid, row];
    let error: unknown;
    try {
      loadWith(file, rows);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RapporteurError);
    const { code, message } = error as RapporteurError;
    expect(code).toBe('data.malformed');
    for (const part of [`frames/${file}`, `line ${rows.length + 1}`, ...named])
      expect(message).toContain(part);
  };

  it('is refused with the file, the line, the value and what is allowed', () => {
    check('verbs.csv', 'hug,,,,,EMBRACE,,object,,,Norland hugged Sudmark.', '"EMBRACE"', 'SUPPORT', 'AGREE');
    check(
      'verbs.csv',
      'jail,,,,,COERCE,prison,object,,,Norland jailed Sudmark.',
      '"prison"',
      'arrest',
      'seize',
    );
    check('verbs.csv', 'ask,,,,if,REQUEST,,object,,,Norland asked Sudmark.', '"if"', 'to, that, ing');
    check('verbs.csv', 'cut,,[rope],,,SANCTION,,with,,,Norland cut a rope.', '"[rope]"', '[tie]', '[aid]');
    check(
      'verbs.csv',
      'go,,,to:[rope],,CONSULT,,to,,,Norland went to Sudmark.',
      '"[rope]"',
      '[tie]',
      '[aid]',
    );
    check('verbs.csv', 'hug,,SUPPORT', '3 cells', '11');
    check('nouns.csv', 'hug,,,EMBRACE,,by,of,,,A hug.', '"EMBRACE"', 'SUPPORT', 'AGREE');
    check('nouns.csv', 'strike,[rope],,ASSAULT,,by,on,,,A rope strike.', '"[rope]"', '[tie]', '[aid]');
  });
});

describe('a frame', () => {
  const framesOf = (...rows: readonly string[]): readonly VerbFrame[] =>
    [...loadWith('verbs.csv', rows).verbs.values()].flat();

  it('goes before those of its verb that ask for less', () => {
    const check = (narrower: string, wider: string) => {
      const rest = 'CONSULT,,with,,,Norland met Sudmark.';
      const types = framesOf(`meet,${wider},${rest}`, `meet,${narrower},${rest.replace('CONSULT', 'AGREE')}`);
      expect(types.map(({ type }) => type)).toEqual(['AGREE', 'CONSULT']);
    };
    check('up,,,', ',,,');
    check(',demand,,', ',,,');
    check(',-,,', ',,,');
    check(',,with,', ',,,');
    check(',,,to', ',,,');
    check(',,with:minister,', ',,with,');
    check(',demand,of,', ',demand,,');
  });

  it('holds the lemmas of its classes beside its own', () => {
    const [frame] = framesOf('cut,,[tie]|rope,,,SANCTION,,with,,,Norland cut a rope.');
    expect(frame?.object?.has('rope')).toBe(true);
    expect(frame?.object?.has('relation')).toBe(true);
    expect(frame?.object?.has('treaty')).toBe(false);
    expect(frame?.intransitive).toBe(false);
  });

  it('may ask that there be no object', () => {
    const [frame] = framesOf('resign,,-,,,RETREAT,resign,,,,The minister of Norland resigned.');
    expect(frame?.object).toBeNull();
    expect(frame?.intransitive).toBe(true);
  });

  it('lists where its roles are looked for in order of preference', () => {
    const [frame] = framesOf(
      'blame,,,,,ACCUSE,allege,object|on|owner,legal|crime,112,Norland blamed Sudmark.',
    );
    expect(frame?.recipient).toEqual(['object', 'on', 'owner']);
    expect(frame?.contexts).toEqual(['legal', 'crime']);
    expect(frame?.cameo).toBe('112');
  });
});

describe('the shipped codebook', () => {
  const codebook = loadCodebook();
  const frames = [...codebook.verbs.values(), ...codebook.nouns.values()].flat();

  it.each(EVENT_TYPES)('tells %s by verbs and by nouns', (type) => {
    expect([...codebook.verbs.values()].flat().some((frame) => frame.type === type)).toBe(true);
    expect([...codebook.nouns.values()].flat().some((frame) => frame.type === type)).toBe(true);
  });

  it('has a frame for every mode', () => {
    const told = new Set(frames.map(({ type, mode }) => `${type} ${mode}`));
    const missing = [...codebook.types.values()]
      .flatMap(({ type, modes }) => [...modes.keys()].map((mode) => `${type} ${mode}`))
      .filter((mode) => !told.has(mode));
    expect(missing).toEqual([]);
  });

  it('uses every class of its own', () => {
    const own = new Set(rowsOf('classes.csv').map(({ cells }) => cells.class!));
    const cells = [...rowsOf('verbs.csv'), ...rowsOf('nouns.csv')].map(({ cells }) =>
      Object.values(cells).join(),
    );
    expect([...own].filter((name) => !cells.some((cell) => cell.includes(`[${name}]`)))).toEqual([]);
  });

  it('names contexts that the words of its lists point to', () => {
    const known = new Set([...codebook.contexts.values()].flat());
    expect(known.size).toBe(37);
    expect(
      [...new Set(frames.flatMap(({ contexts }) => contexts))].filter((name) => !known.has(name)),
    ).toEqual([]);
  });

  it('shows every frame at work in a sentence of its own', () => {
    for (const file of ['verbs.csv', 'nouns.csv'] as const) {
      const bare = rowsOf(file).filter(({ cells }) => !/^[A-Z].* .*\.$/.test(cells.example!));
      expect(bare.map(({ line }) => line)).toEqual([]);
    }
  });

  it('asks for nothing twice: no two frames have the same conditions', () => {
    const check = (file: File, conditions: number) => {
      const asked = rowsOf(file).map(({ cells }) => Object.values(cells).slice(0, conditions).join(','));
      expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
    };
    check('verbs.csv', 5);
    check('nouns.csv', 3);
  });

  it.each(FILES)('keeps %s sorted, one entry a line', (file) => {
    const lines = rowsOf(file).map(({ cells }) => Object.values(cells).join('\u0000'));
    expect(lines).toEqual([...lines].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(lines).size).toBe(lines.length);
  });
});
