import { childBy, childrenBy, hasCase } from '../../../document/tree.js';
import { actorsOf } from '../../cast.js';
import type { Actor, StanceAct } from '../../contract.js';
import type { Setting } from '../setting.js';

/** Prepositions that lead to whom an act is aimed at. */
const AIMED: Readonly<Record<StanceAct, readonly string[]>> = {
  accuses: ['on', 'against', 'at', 'with', 'of', 'by'],
  denies: ['by', 'from'],
  supports: ['for', 'with', 'behind', 'of', 'to'],
  demands: ['on', 'to', 'for', 'with', 'from', 'of'],
  promises: ['to'],
  threatens: ['against', 'to', 'with'],
  praises: ['for', 'to', 'of'],
  regrets: ['to', 'over'],
  doubts: ['about', 'over', 'of', 'in'],
  declines: ['from', 'by'],
};

/**
 * Whom an act is aimed at: the object of its word ("accused Iran", "condemned Iran's attack"), whoever its
 * preposition leads to ("blamed the attack on Iran", "called on Iran"), else the subject of its clause ("demanded
 * that Iran leave"). Null where the text names nobody.
 */
export function towardOf(setting: Setting, word: number, act: StanceAct): Actor | null {
  const { doc, cast } = setting;
  const obliques = childrenBy(doc, word, 'obl', 'nmod');
  // "Blamed the attack on Iran": whoever stands behind "on" before what stands as the object.
  const late = obliques.find((one) => hasCase(doc, one, 'on') && act === 'accuses');
  const objects = childrenBy(doc, word, 'iobj', 'obj', 'nsubj:pass');
  const aimed = obliques.filter((one) => AIMED[act].some((preposition) => hasCase(doc, one, preposition)));
  for (const head of [...(late === undefined ? [] : [late]), ...objects, ...aimed]) {
    const actor = firstOf(setting, head);
    if (actor !== null) return actor;
  }
  if (act === 'denies' || act === 'promises' || act === 'regrets') return null;
  const clause = childBy(doc, word, 'ccomp', 'xcomp');
  // "Alleged that he was poisoned" blames somebody else.
  const done = act === 'accuses' ? [] : (['nsubj:pass'] as const);
  const subject = clause === undefined ? undefined : childBy(doc, clause, 'nsubj', ...done);
  if (subject === undefined) return null;
  return cast.at(subject)?.actors[0] ?? null;
}

/** The first actor of a noun phrase, or of the one behind it. */
export function firstOf({ doc, cast }: Setting, head: number): Actor | null {
  return actorsOf(doc, cast, head)?.actors[0] ?? null;
}
