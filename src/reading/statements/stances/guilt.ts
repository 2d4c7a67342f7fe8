import { childBy } from '../../../document/tree.js';
import { isNegated } from '../negation.js';
import type { Setting } from '../setting.js';
import type { Shown } from './shown.js';
import { firstOf } from './toward.js';

const GUILT = new Set(['responsible', 'guilty', 'culpable', 'complicit', 'liable']);

const BURDEN = new Set(['responsibility', 'blame', 'guilt', 'fault']);

const CARRYING = new Set(['bear', 'carry', 'have', 'share', 'shoulder']);

const INNOCENT = new Set(['role', 'part', 'involvement', 'hand', 'knowledge', 'connection', 'link']);

/** "Was responsible", "bears a heavy responsibility", "is to blame": who bears the guilt, or that he bears none. */
export function guilt(setting: Setting, token: number): Shown | undefined {
  const { doc } = setting;
  const lemma = doc.lemmas[token]!.toLowerCase();
  let bearer: number | undefined;
  let predicate = token;
  if (GUILT.has(lemma)) {
    // "Holds Iran responsible" has the bearer as its object, "was responsible" as its subject.
    bearer = childBy(doc, token, 'nsubj') ?? childBy(doc, doc.tree.heads[token] ?? -1, 'obj');
  } else if (BURDEN.has(lemma) && doc.upos[token] === 'NOUN') {
    const verb = doc.tree.heads[token]!;
    if (verb < 0 || !CARRYING.has(doc.lemmas[verb]!)) return guiltByOrder(setting, token);
    predicate = verb;
    bearer = childBy(doc, verb, 'nsubj');
    if (bearer === undefined) return guiltByOrder(setting, token);
  } else if (lemma === 'blame' && isToBlame(setting, token)) {
    const verb = doc.tree.heads[token]!;
    bearer = childBy(doc, token, 'nsubj') ?? (verb >= 0 ? childBy(doc, verb, 'nsubj') : undefined);
  } else if (lemma === 'behind' && childBy(doc, doc.tree.heads[token] ?? -1, 'cop') !== undefined) {
    predicate = doc.tree.heads[token]!;
    bearer = childBy(doc, predicate, 'nsubj');
  }
  if (bearer === undefined) return undefined;
  const toward = firstOf(setting, bearer);
  if (isNegated(doc, predicate) || isNegated(doc, token)) return { act: 'denies', toward: null };
  return toward === null ? undefined : { act: 'accuses', toward };
}

const CARRIES = /^(bears?|bore|borne|carr(y|ies|ied)|shares?|shoulders?)$/;

const NEAR = 5;

/** "X "bears a heavy responsibility"": by the order of the words, where quotation marks have put the tree out. */
function guiltByOrder({ doc, cast }: Setting, burden: number): Shown | undefined {
  const { sentence } = doc.tokens[burden]!;
  let verb = burden - 1;
  while (verb > burden - NEAR && !CARRIES.test(doc.tokens[verb]?.text ?? '')) verb -= 1;
  if (doc.tokens[verb]?.sentence !== sentence || !CARRIES.test(doc.tokens[verb]!.text)) return undefined;
  let end = verb;
  while (/^["“”'‘’`]+$/.test(doc.tokens[end - 1]?.text ?? '')) end -= 1;
  const bearer = cast.mentions.find((one) => one.to === end && one.actors.length > 0)?.actors[0];
  return bearer === undefined ? undefined : { act: 'accuses', toward: bearer };
}

function isToBlame({ doc }: Setting, token: number): boolean {
  return doc.upos[token] === 'VERB' && doc.lemmas[token - 1] === 'to';
}

/** "Had no role in it", "had nothing to do with it". */
export function innocence({ doc, cast }: Setting, token: number): Shown | undefined {
  const lemma = doc.lemmas[token]!.toLowerCase();
  const before = doc.tokens[token - 1]?.text.toLowerCase();
  const noPart = INNOCENT.has(lemma) && before === 'no';
  const nothing = lemma === 'nothing' && doc.lemmas[token + 1] === 'to' && doc.lemmas[token + 2] === 'do';
  if (!noPart && !nothing) return undefined;
  const verb = doc.tree.heads[token]!;
  const bearer = verb < 0 ? undefined : childBy(doc, verb, 'nsubj');
  if (bearer === undefined || cast.at(bearer) === undefined) return undefined;
  return { act: 'denies', toward: null };
}
