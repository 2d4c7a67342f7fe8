import type { Parsed } from '../../document/document.js';

/** Where a people's name in the singular, without an article, is what somebody speaks: "in good English". */
const SPOKEN = /^(?:obj|obl|nmod|xcomp|ccomp|parataxis)$/;

/** Whether a word that may name a people names its language here. */
export function isLanguage({ tree, xpos }: Parsed, token: number): boolean {
  if (xpos[token] !== 'NNP' && xpos[token] !== 'NN') return false;
  if (!SPOKEN.test(tree.relations[token]!)) return false;
  return !tree.children[token]!.some((child) => /^(?:det|nummod)/.test(tree.relations[child]!));
}
