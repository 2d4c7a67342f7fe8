import { describe, expect, it } from 'vitest';
import type { Upos } from '../../document/document.js';
import { lemmatise } from './lemmatise.js';

const check = (form: string, tags: string, lemma: string) => {
  const [upos, xpos] = tags.split(' ') as [Upos, string];
  expect(lemmatise(form, upos, xpos), `${form} ${tags}`).toBe(lemma);
};

describe('lemmatise', () => {
  it('undoes the endings of regular verbs', () => {
    check('vetoes', 'VERB VBZ', 'veto');
    check('denies', 'VERB VBZ', 'deny');
    check('accuses', 'VERB VBZ', 'accuse');
    check('launches', 'VERB VBZ', 'launch');
    check('denied', 'VERB VBD', 'deny');
    check('agreed', 'VERB VBD', 'agree');
    check('controlled', 'VERB VBN', 'control');
    check('killed', 'VERB VBN', 'kill');
    check('urging', 'VERB VBG', 'urge');
    check('banning', 'VERB VBG', 'ban');
  });

  it('gives a silent "e" back where the base has one, and only there', () => {
    check('hoped', 'VERB VBD', 'hope');
    check('seized', 'VERB VBN', 'seize');
    check('created', 'VERB VBN', 'create');
    check('described', 'VERB VBD', 'describe');
    check('exchanged', 'VERB VBD', 'exchange');
    check('belonged', 'VERB VBD', 'belong');
    check('visited', 'VERB VBD', 'visit');
    check('offered', 'VERB VBD', 'offer');
    check('opened', 'VERB VBD', 'open');
    check('settled', 'VERB VBD', 'settle');
    check('required', 'VERB VBD', 'require');
  });

  it('knows irregular verbs, behind a prefix too', () => {
    check('Sought', 'VERB VBD', 'seek');
    check('withdrew', 'VERB VBD', 'withdraw');
    check('left', 'VERB VBD', 'leave');
    check('retold', 'VERB VBN', 'retell');
    check('lying', 'VERB VBG', 'lie');
  });

  it('takes no word apart that only looks as if it had a prefix', () => {
    check('reached', 'VERB VBD', 'reach');
    check('preaches', 'VERB VBZ', 'preach');
    check('rebutted', 'VERB VBD', 'rebut');
    check('demoted', 'VERB VBN', 'demote');
  });

  it('tells clitics apart by their tags', () => {
    check("'s", 'AUX VBZ', 'be');
    check("'s", 'PART POS', "'s");
    check('’s', 'PRON PRP', 'we');
    check("'d", 'AUX MD', 'would');
    check("'d", 'AUX VBD', 'have');
    check("n't", 'PART RB', 'not');
    check('wo', 'AUX MD', 'will');
  });

  it('undoes plurals', () => {
    check('countries', 'NOUN NNS', 'country');
    check('gunmen', 'NOUN NNS', 'gunman');
    check('crises', 'NOUN NNS', 'crisis');
    check('embassies', 'NOUN NNS', 'embassy');
    check('houses', 'NOUN NNS', 'house');
    check('viruses', 'NOUN NNS', 'virus');
    check('NGOs', 'NOUN NNS', 'NGO');
    check('troops', 'NOUN NNS', 'troop');
  });

  it('keeps capitals in names and in what is made from them', () => {
    check('States', 'PROPN NNPS', 'State');
    check('Netherlands', 'PROPN NNPS', 'Netherlands');
    check('United', 'VERB NNP', 'Unite');
    check('Russian', 'ADJ JJ', 'Russian');
    check('Dutch', 'ADJ JJ', 'Dutch');
    check('Several', 'ADJ JJ', 'several');
  });

  it('undoes degrees', () => {
    check('bigger', 'ADJ JJR', 'big');
    check('latest', 'ADJ JJS', 'late');
    check('heaviest', 'ADJ JJS', 'heavy');
    check('worst', 'ADJ JJS', 'bad');
    check('smaller', 'ADJ JJR', 'small');
    check('strongest', 'ADJ JJS', 'strong');
  });

  it('plain marks and numbers have one lemma each', () => {
    check('“', 'PUNCT ``', '"');
    check('–', 'PUNCT :', '-');
    check('12,500', 'NUM CD', '12500');
  });

  it('gives every form some lemma', () => {
    for (const form of ['', 's', 'ed', 'ing', '😀', "'", 'ies', 'er']) {
      for (const tags of ['VERB VBZ', 'VERB VBD', 'VERB VBG', 'NOUN NNS', 'ADJ JJR', 'PROPN NNPS', 'X FW']) {
        const [upos, xpos] = tags.split(' ') as [Upos, string];
        expect(lemmatise(form, upos, xpos).length > 0 || form === '', `${form} ${tags}`).toBe(true);
      }
    }
  });
});
