import type { Sentence } from './treebank.js';

const LONGEST = 14;
/** What a clause cannot do without, and what it may have beside. */
const CORE = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'aux', 'aux:pass', 'compound:prt', 'obl:agent']);
const BESIDE = new Set(['obl', 'advmod', 'xcomp', 'advcl', 'ccomp']);

/**
 * Some clauses by themselves: a verb in a finite form with its subject and object, now and then one thing beside, and
 * a full stop. News is full of such sentences, and treebanks hold few that are so short and so plain.
 */
export function asShortSentences(
  sentences: readonly Sentence[],
  share: number,
  next: () => number,
): Sentence[] {
  const found: Sentence[] = [];
  for (const sentence of sentences) {
    const { tags, heads, relations } = sentence;
    tags.forEach((tag, verb) => {
      if (!/^VERB\|VB[DZPN]$/.test(tag) || next() >= share) return;
      const own = relations.filter((_, at) => heads[at] === verb + 1);
      const isPassive = own.includes('nsubj:pass') && own.includes('aux:pass');
      if (!isPassive && !(own.includes('nsubj') && own.includes('obj'))) return;
      const short = clauseOf(sentence, verb, next);
      if (short !== undefined) found.push(short);
    });
  }
  return found;
}

function clauseOf(sentence: Sentence, verb: number, next: () => number): Sentence | undefined {
  const { words, lemmas, tags, heads, relations } = sentence;
  const beside = relations.findIndex((relation, at) => heads[at] === verb + 1 && BESIDE.has(relation));
  const withBeside = beside >= 0 && next() < 0.5;
  const isKept = (at: number): boolean => {
    let top = at;
    for (let steps = 0; steps < words.length; steps++) {
      if (top === verb) return at === verb;
      const head = heads[top]! - 1;
      if (head < 0) return false;
      if (head === verb) return CORE.has(relations[top]!) || (withBeside && top === beside);
      top = head;
    }
    return false;
  };
  const kept = words.map((_, at) => at).filter(isKept);
  const isAlone = kept.every((at, index) => index === 0 || at > kept[index - 1]!);
  const first = tags[kept[0]!]!;
  if (!isAlone || kept.length < 3 || kept.length > LONGEST) return undefined;
  // A clause that begins with a relative or a mark is no sentence.
  if (/\|(?:W|PUNCT|,)/.test(first) || kept.some((at) => /^W/.test(tags[at]!.split('|')[1]!)))
    return undefined;
  const places = new Map(kept.map((at, index): [number, number] => [at, index + 1]));
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    words: [...kept.map((at, index) => (index === 0 ? capital(words[at]!) : words[at]!)), '.'],
    lemmas: [...kept.map((at) => lemmas[at]!), '.'],
    tags: [...kept.map((at) => tags[at]!), 'PUNCT|.'],
    heads: [...kept.map((at) => (at === verb ? 0 : places.get(heads[at]! - 1)!)), places.get(verb)!],
    relations: [...kept.map((at) => (at === verb ? 'root' : relations[at]!)), 'punct'],
  };
}
