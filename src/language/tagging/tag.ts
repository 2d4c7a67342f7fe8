import type { Tagged, Tokenised, Upos } from '../../document/document.js';
import type { Stage } from '../../document/stage.js';
import type { LanguageModel } from '../model.js';
import { lemmatise } from './lemmatise.js';
import { wordForm } from './word-form.js';

/** Tags every token with its part of speech, Universal and Penn, and gives its lemma. */
export const tag: Stage<Tokenised, Tagged, LanguageModel> = {
  name: 'tag',
  reads: ['tokens', 'sentences'],
  adds: ['upos', 'xpos', 'lemmas'],
  run: (doc, model) => {
    const { tagNames, analyse } = model.syntax;
    const upos: Upos[] = [];
    const xpos: string[] = [];
    const lemmas: string[] = [];
    for (const { tags } of analyse(doc)) {
      for (const id of tags) {
        const name = tagNames[id]!;
        const bar = name.indexOf('|');
        const universal = name.slice(0, bar) as Upos;
        const penn = name.slice(bar + 1);
        const { word } = wordForm(doc.tokens[upos.length]!.text);
        upos.push(universal);
        xpos.push(penn);
        lemmas.push(lemmatise(word, universal, penn));
      }
    }
    return { ...doc, upos, xpos, lemmas };
  },
};
