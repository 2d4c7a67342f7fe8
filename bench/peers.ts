/**
 * Other engines on the same texts, counted by our tokens so that speeds compare: run by `npm run bench`. What each can
 * do of our work is asked of it: neither finds trees.
 */
import compromise from 'compromise';
import english from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { tokenise } from '../src/language/index.js';
import { loadCorpus } from './corpus.js';
import { bestSpeed } from './speed.js';

const corpus = await loadCorpus(process.argv[2] === '' ? undefined : process.argv[2]);
const texts = corpus.reports.map((report) => ({
  text: report.text,
  tokens: tokenise.run({ report }, undefined).tokens.length,
}));

const wink = winkNLP(english);
const { its } = wink;
const winkTags = bestSpeed(texts, ({ text, tokens }) => {
  const doc = wink.readDoc(text);
  doc.sentences().out();
  doc.tokens().out(its.pos);
  doc.entities().out(its.type);
  return tokens;
});
const compromiseTags = bestSpeed(texts, ({ text, tokens }) => {
  const doc = compromise(text);
  doc.json();
  doc.topics().out('array');
  return tokens;
});

console.log(JSON.stringify({ winkTags, compromiseTags }));
