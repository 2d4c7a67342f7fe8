import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RapporteurError } from '../../errors.js';
import { loadRegistry } from '../index.js';
import { ownRows } from './own-knowledge.js';
import { readOwnKnowledge } from './read-own-knowledge.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-own-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Buffer): void {
  writeFileSync(join(folder, name), content);
}

const ACTORS = 'name,kind,aliases,country,sectors\n';

describe('a file as spreadsheets write it', () => {
  const check = (title: string, content: string, expected: readonly Record<string, string>[]) =>
    it(title, () => {
      write('actors.csv', content);
      const rows = ownRows(readOwnKnowledge(folder)!, 'actors.csv');
      expect(rows.map(({ cells }) => cells)).toEqual(expected.map((cells) => expect.objectContaining(cells)));
    });
  const front = { name: 'Zafarán Front', kind: 'group', country: 'MLI' };

  check('may begin with a byte order mark', `\ufeff${ACTORS}Zafarán Front,group,,MLI,REB\n`, [front]);
  check(
    'may end its lines in both ways',
    `${ACTORS}Zafarán Front,group,,MLI,REB\n`.replaceAll('\n', '\r\n'),
    [front],
  );
  check('may quote its cells', `${ACTORS}"Zafarán Front","group","ZF, the",MLI,REB\n`, [
    { ...front, aliases: 'ZF, the' },
  ]);
  check('may double quotes within them', `${ACTORS}"The ""Front""",group,,,\n`, [{ name: 'The "Front"' }]);
  check('may part cells by semicolons', 'name;kind;country\nZafarán Front;group;MLI\n', [front]);
  check('may part cells by tabs', 'name\tkind\tcountry\nZafarán Front\tgroup\tMLI\n', [front]);
  check('may have its columns in any order', 'country,kind,name\nMLI,group,Zafarán Front\n', [front]);
  check('may lack the last line break', `${ACTORS}Zafarán Front,group,,MLI,REB`, [front]);
  check('may hold empty lines and cells too many', `${ACTORS}\nZafarán Front,group,,MLI,REB,,,\n,,,,\n`, [
    front,
  ]);
  check('may hold no rows', ACTORS, []);

  it('counts lines as an editor does', () => {
    write('actors.csv', `${ACTORS}\nZafarán Front,group,,MLI,REB\r\n\r\nOther Front,group,,MLI,REB\n`);
    expect(ownRows(readOwnKnowledge(folder)!, 'actors.csv').map(({ line }) => line)).toEqual([3, 5]);
  });

  it('has the same digest however it is written, and another one with another cell', () => {
    const digest = (content: string) => {
      write('actors.csv', content);
      return readOwnKnowledge(folder)!.digest;
    };
    const one = digest('name,kind,country\nZafarán Front,group,MLI\n');
    expect(digest('\ufeffcountry;name;kind\r\nMLI;Zafarán Front;group\r\n')).toBe(one);
    expect(digest('name,kind,country\nZafarán Front,group,NER\n')).not.toBe(one);
  });
});

describe('a folder', () => {
  it('without files of ours holds no knowledge', () => {
    write('settings.json', '{}');
    expect(readOwnKnowledge(folder)).toBeUndefined();
  });

  it('that is not there is named', () => {
    fails(
      () => readOwnKnowledge(join(folder, 'none')),
      'knowledge.missing',
      /none.*is not there.*actors\.csv/,
    );
  });

  it('may not hold tables that nobody reads', () => {
    write('actor.csv', ACTORS);
    fails(() => readOwnKnowledge(folder), 'knowledge.malformed', /"actor\.csv".*actors\.csv/);
  });
});

describe('a file is refused, with its path', () => {
  const check = (title: string, content: string | Buffer, message: RegExp) =>
    it(title, () => {
      write('actors.csv', content);
      fails(() => readOwnKnowledge(folder), 'knowledge.malformed', message);
    });

  check('when it is empty', '', /actors\.csv is empty.*name, kind \(always\)/);
  check('when it has no header', 'Zafarán Front,group\n', /Unknown column "Zafarán Front".*line 1.*aliases/);
  check('when a column is missing', 'name,country\nZafarán Front,MLI\n', /Missing column "kind".*line 1/);
  check('when a column stands twice', 'name,kind,name\na,b,c\n', /"name" stands twice/);
  check('when a comma parts a cell', `${ACTORS}Front, Zafarán,group,,MLI,REB\n`, /6 cells.*line 2.*quotes/);
  check('when quotes are broken', `${ACTORS}"Zafarán" Front,group,,MLI,REB\n`, /quotes.*line 2/);
  check('when it is in an older encoding', Buffer.from(`${ACTORS}Zafar\xe1n,group,,,\n`, 'latin1'), /UTF-8/);
});

describe('a row is refused, with file, line, value and what is allowed', () => {
  const check = (title: string, name: string, content: string, ...messages: RegExp[]) =>
    it(title, () => {
      write(name, content);
      for (const message of messages)
        fails(() => loadRegistry(readOwnKnowledge(folder)), 'knowledge.malformed', message);
    });
  const actor = (title: string, line: string, message: RegExp) =>
    check(title, 'actors.csv', `${ACTORS}${line}\n`, message);

  actor('for an unknown kind', 'Front,army,,,', /kind "army".*actors\.csv, line 2.*organisation, group/);
  actor('for an unknown country', 'Front,group,,Mali,REB', /country "Mali".*line 2.*FRA/);
  actor('for an unknown sector', 'Front,group,,MLI,REB|GUERRILLA', /sectors "GUERRILLA".*COP, GOV/);
  actor('without a name', ',group,,MLI,REB', /name "".*two letters/);
  actor('for an empty alias', 'Front,group,A1|,MLI,REB', /aliases.*line 2/);
  check(
    'for columns of another kind',
    'actors.csv',
    'name,kind,members,office,start\nFront,group,MLI,president,2020\n',
    /members "MLI".*nothing, for a kind other than bloc/,
    /office "president".*nothing, for a kind other than person/,
  );
  check(
    'for the same name twice',
    'actors.csv',
    `${ACTORS}Front,group,,,\nFRONT,group,,,\n`,
    /Line 3.*line 2/,
  );
  check(
    'for a broken day',
    'actors.csv',
    'name,kind,start\nAda Holm,person,May 2020\n',
    /start "May 2020".*YYYY/,
  );
  check('for an unknown type', 'verbs.csv', 'lemma,type\nbomb,ATTACK\n', /type "ATTACK".*line 2.*ASSAULT/);
  check(
    'for a mode of another type',
    'verbs.csv',
    'lemma,type,mode\nbomb,ASSAULT,meet\n',
    /mode "meet".*aerial/,
  );
  check(
    'for a form that is no lemma',
    'verbs.csv',
    'lemma,type\naccused,ACCUSE\n',
    /lemma "accused".*"accuse"/,
  );
  check(
    'for an unknown class',
    'verbs.csv',
    'lemma,object,type\nhit,[dragon],ASSAULT\n',
    /"\[dragon\]".*\[aid\]/,
  );
  check(
    'for a preposition that is none',
    'verbs.csv',
    'lemma,oblique,type\nhit,wiht,ASSAULT\n',
    /"wiht".*preposition/,
  );
  check(
    'for a place to look that is none',
    'verbs.csv',
    'lemma,type,recipient\nhit,ASSAULT,objct\n',
    /"objct".*owner/,
  );
  check(
    'for an unknown context',
    'verbs.csv',
    'lemma,type,contexts\nhit,ASSAULT,war\n',
    /contexts "war".*military/,
  );
  check(
    'for a frame that asks the same',
    'verbs.csv',
    'lemma,type\nhit,ASSAULT\nhit,COERCE\n',
    /Line 3.*line 2/,
  );
  check(
    'for an idiom with what its part has not',
    'idioms.csv',
    'part,lemma,particle\nnoun,attack,up\n',
    /"up".*nothing, for a noun/,
  );
  check(
    'for an unknown class of operators',
    'operators.csv',
    'class,lemma\nwish,want\n',
    /class "wish".*attempt/,
  );
  check(
    'for a role with capitals',
    'roles.csv',
    'lemma,kind\nWarden,individual\n',
    /lemma "Warden".*small letters/,
  );
  check(
    'for a latitude beyond the pole',
    'places.csv',
    'name,kind,latitude\nGao,city,190\n',
    /"190".*-90 to 90/,
  );

  it('with all others that are wrong', () => {
    write('actors.csv', `${ACTORS}Front,army,,,\nOther,group,,Mali,\n`);
    write('verbs.csv', 'lemma,type\nbomb,ATTACK\n');
    for (const line of [/actors\.csv, line 2/, /actors\.csv, line 3/, /verbs\.csv, line 2/])
      fails(() => loadRegistry(readOwnKnowledge(folder)), 'knowledge.malformed', line);
  });
});

function fails(work: () => unknown, code: string, message: RegExp): void {
  let thrown: unknown;
  try {
    work();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(RapporteurError);
  expect((thrown as RapporteurError).code).toBe(code);
  expect((thrown as RapporteurError).message).toMatch(message);
}
