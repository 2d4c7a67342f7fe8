import { baseRelation, childBy } from '../../document/tree.js';
import type { Actor } from '../contract.js';
import { isNegated } from './negation.js';
import type { Setting } from './setting.js';
import { firstOf } from './toward.js';

/** Words that nobody uses of others without reproach, as lemmas. */
const CENSURE = new Set(
  `aggression aggressor atrocity barbarian barbaric barbarism barbarity barbarous bestial blackmail brutal brutality
  butcher butchery bully cowardly criminal crime cruelty cynical despicable despotic dictatorship disgrace disgraceful
  genocide genocidal heinous horror horrific hypocrisy hypocritical illegal immoral inhuman inhumane lawless lie
  massacre meddling murderer murderous outrage outrageous perfidy provocation provocative reckless recklessness savage
  savagery shameful shameless slaughter terrorism treachery tyranny tyrant unlawful violation warmonger warmongering`.split(
    /\s+/,
  ),
);

/** Verbs whose subject meets with wrong or stands against it, and does none. */
const MEETING = new Set(
  `abhor accuse avoid bear battle call combat commemorate condemn confront counter criticise criticize demand denounce
  deny deserve deter document endure escape experience expose face fear fight forget forgive have hear investigate know
  mourn need oppose prevent prosecute punish receive recognise recognize reject remember repel report resist respond see
  speak stop suffer survive think want watch witness`.split(/\s+/),
);

/**
 * Whom quoted words reproach: the subject of a clause that tells of its deeds or being in words of censure ("the
 * regime has sunk to new depths of barbarity", "Chile is a bully"). Null where they reproach nobody, or those of the speaker's own country.
 */
export function censured(setting: Setting, token: number, speaker: Actor | null): Actor | null {
  const { doc, quoteAt } = setting;
  if (quoteAt[token]! < 0 || !CENSURE.has(doc.lemmas[token]!.toLowerCase())) return null;
  const predicate = predicateOver(setting, token);
  if (predicate === undefined || isNegated(doc, predicate)) return null;
  const isVerb = doc.upos[predicate] === 'VERB';
  if (isVerb && MEETING.has(doc.lemmas[predicate]!.toLowerCase())) return null;
  const bearer = childBy(doc, predicate, 'nsubj');
  if (bearer === undefined || doc.tree.relations[bearer] === 'nsubj:pass') return null;
  const actor = firstOf(setting, bearer);
  if (actor === null || speaker === null || actor.country === null) return null;
  return actor.country === speaker.country ? null : actor;
}

/** The verb, or the noun or adjective behind "is", that a word hangs under as a part of what it says. */
function predicateOver({ doc }: Setting, token: number): number | undefined {
  let at = token;
  for (let steps = 0; steps < 4; steps++) {
    if (doc.upos[at] === 'VERB' || childBy(doc, at, 'cop') !== undefined) return at;
    const above = doc.tree.heads[at]!;
    if (above < 0 || !/^(?:obj|obl|nmod|amod|xcomp|compound|conj)$/.test(baseRelation(doc, at)))
      return undefined;
    at = above;
  }
  return undefined;
}
