import { describe, expect, it } from 'vitest';
import { loadRoles } from './roles.js';
import { loadOffices } from './tenures/offices.js';

const roles = loadRoles(loadOffices());

describe('roles', () => {
  const check = (phrase: string, lemma: string | null, length: number) => {
    const words = phrase.split(' ');
    const found = roles.endingAt(words, words.length - 1);
    expect([found?.role.lemma ?? null, found?.length ?? 0]).toEqual([lemma, length]);
  };

  it('take the longest that ends at a word', () => {
    check('the deputy foreign minister', 'deputy foreign minister', 3);
    check('a foreign minister', 'foreign minister', 2);
    check('chief of the general staff', 'chief of the general staff', 5);
    check('the minister', 'minister', 1);
  });

  it('are met with hyphens and possessives as a tokeniser cuts them', () => {
    check('vice - president', 'vice president', 3);
    check("prime minister 's office", "prime minister's office", 4);
    check('asylum - seeker', 'asylum seeker', 3);
  });

  it('are met in capitals and in the plural, for taggers differ over lemmas', () => {
    check('the Foreign Minister', 'foreign minister', 2);
    check('Revolutionary Guards', 'revolutionary guard', 2);
    check('foreign affair minister', 'foreign affairs minister', 3);
  });

  it('are none in other nouns', () => {
    check('the table', null, 0);
    check('glass', null, 0);
  });

  it('name the office that one person holds', () => {
    expect(roles.endingAt(['premier'], 0)?.role.office).toBe('prime-minister');
    expect(roles.endingAt(['soldier'], 0)?.role).toEqual({
      lemma: 'soldier',
      kind: 'group',
      sectors: ['MIL'],
      office: null,
    });
  });
});
