import { describe, expect, it } from 'vitest';
import { loadRegistry } from '../index.js';
import type { OwnKnowledge } from './own-knowledge.js';
import { OWN_TABLES } from './own-tables.js';

/** The registry with rows of the user's, by file; a row names the cells that it fills. */
function registryWith(files: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>) {
  const own: OwnKnowledge = {
    folder: '/own',
    digest: 'digest',
    files: Object.entries(files).map(([name, rows]) => {
      const table = OWN_TABLES.find((one) => one.name === name)!;
      const empty = Object.fromEntries([...table.needs, ...table.may].map((column) => [column, '']));
      return {
        name,
        path: `/own/${name}`,
        rows: rows.map((cells, at) => ({ line: at + 2, cells: { ...empty, ...cells } })),
      };
    }),
  };
  return loadRegistry(own);
}

describe("the user's actors", () => {
  const registry = registryWith({
    'actors.csv': [
      { name: 'Hezbollah', kind: 'organisation', country: 'FRA', sectors: 'SOC' },
      { name: 'Georgia', kind: 'organisation', sectors: 'BUS' },
      { name: 'Sergei Lavrov', kind: 'person', country: 'CHL', sectors: 'EDU', title: 'professor' },
      {
        name: 'Ada Holm',
        kind: 'person',
        country: 'NOR',
        office: 'foreign-minister',
        start: '2016-01-01',
        end: '2018-01-01',
      },
      { name: 'River States', kind: 'bloc', members: 'MLI|NER' },
    ],
  });

  it('stand in place of ours under every name by which we knew them', () => {
    for (const name of ['Hezbollah', 'Hizbollah', 'Hizbullah'])
      expect(registry.gazetteer.find(name)).toMatchObject([
        { country: 'FRA', sectors: ['SOC'], isOwn: true },
      ]);
  });

  it('hide all else that bears their name', () => {
    expect(registry.gazetteer.find('Georgia')).toMatchObject([{ kind: 'organisation', isOwn: true }]);
    expect(registry.gazetteer.match(['in', 'Georgia', ','], 1)?.listings).toHaveLength(1);
    expect(registry.gazetteer.find('Tbilisi')[0]).toMatchObject({ country: 'GEO' });
  });

  it('stand in place of persons, by whole name and surname', () => {
    for (const name of ['Sergei Lavrov', 'Sergey Lavrov', 'Lavrov'])
      expect(registry.tenures.byName(name, '2017-04-12')[0]).toMatchObject({
        country: 'CHL',
        title: 'professor',
      });
  });

  it('hold offices in place of ours while they are said to', () => {
    const holders = (date: string) =>
      registry.tenures.byOffice('NOR', 'foreign-minister', date).map((one) => one.person);
    expect(holders('2017-04-12')).toEqual(['Ada Holm']);
    expect(holders('2019-04-12')).not.toContain('Ada Holm');
  });

  it('may be groups of countries', () => {
    expect(registry.gazetteer.find('River States')).toMatchObject([
      { kind: 'bloc', members: ['MLI', 'NER'] },
    ]);
  });
});

describe("the user's words", () => {
  const registry = registryWith({
    'roles.csv': [
      { lemma: 'protester', kind: 'group', sectors: 'SOC' },
      { lemma: 'river warden', kind: 'individual', sectors: 'GOV' },
    ],
    'places.csv': [{ name: 'Camp Zafarán', kind: 'site', country: 'MLI', latitude: '16.5', longitude: '-3' }],
    'classes.csv': [{ class: 'dragon', lemma: 'wyvern' }],
    'verbs.csv': [
      { lemma: 'accuse', type: 'SUPPORT' },
      { lemma: 'accuse', object: '[dragon]', type: 'AID' },
    ],
    'nouns.csv': [{ lemma: 'attack', type: 'PROTEST' }],
    'contexts.csv': [{ lemma: 'river', context: 'environment' }],
  });

  it('make actors, in place of ours', () => {
    expect(registry.roles.endingAt(['protester'], 0)?.role.sectors).toEqual(['SOC']);
    expect(registry.roles.endingAt(['river', 'warden'], 1)?.length).toBe(2);
  });

  it('place what we do not know', () => {
    expect(registry.gazetteer.find('Camp Zafaran')).toMatchObject([{ country: 'MLI', latitude: 16.5 }]);
  });

  it('are asked before all frames of ours, the narrowest first', () => {
    const frames = registry.codebook.verbs.get('accuse')!;
    expect(frames.slice(0, 2).map(({ type }) => type)).toEqual(['AID', 'SUPPORT']);
    expect(frames[0]!.object).toEqual(new Set(['wyvern']));
    expect(frames[0]!.entry).toMatchObject({ file: '/own/verbs.csv', line: 3, isOwn: true });
    expect(frames.slice(2).every(({ entry }) => !entry.isOwn)).toBe(true);
    expect(registry.codebook.nouns.get('attack')![0]).toMatchObject({ type: 'PROTEST' });
  });

  it('point to contexts', () => {
    expect(registry.codebook.contexts.get('river')).toEqual(['environment']);
  });
});
