import type { TokenRange } from '../../document/span.js';
import { markedBelonging } from './belonging.js';
import { type Identity, type Resolved, type Scene, words } from './scene.js';
import { extend } from './span-of.js';

/**
 * "his Peruvian counterpart", "Israel's Egyptian counterparts": whoever holds in another land what the one that they
 * are the counterpart of holds in his. The one is the possessor, else the subject of the same verb.
 */
export function counterpart(scene: Scene, head: number, core: TokenRange): Resolved | null {
  const { doc, registry, marks, date } = scene;
  if (doc.lemmas[head]!.toLowerCase() !== 'counterpart') return null;
  const origins = markedBelonging(doc, marks, head, core).countries;
  if (origins.length === 0) return null;
  const other = otherOf(scene, head);
  const held = other?.person == null ? [] : registry.tenures.byName(other.person, date, other.country);
  const single = doc.xpos[head] === 'NN';
  const identities = origins.map(({ code, basis }): Identity => {
    const office = held[0]?.title === other?.title ? held[0]?.office : undefined;
    const holders =
      office === undefined || !single || date === null ? [] : registry.tenures.byOffice(code, office, date);
    const holder = holders.length === 1 ? holders[0] : undefined;
    return {
      name: holder?.person ?? words(doc, core),
      country: code,
      sectors: holder?.sectors ?? other?.sectors ?? [],
      title: holder?.title ?? other?.title ?? null,
      person: holder?.person ?? null,
      id: holder?.id ?? null,
      resolvedBy: holder === undefined ? `role+${basis}` : `role+${basis}+tenure`,
    };
  });
  return { head, core, range: extend(scene, head, core), kind: 'described', identities };
}

/** The one whose counterpart somebody is. */
function otherOf(scene: Scene, head: number): Identity | undefined {
  const { doc } = scene;
  const children = doc.tree.children[head] ?? [];
  const owner = children.find((child) => doc.tree.relations[child] === 'nmod:poss');
  const known = owner === undefined ? undefined : scene.resolve(owner)?.identities[0];
  if (known !== undefined) return known;
  let verb = doc.tree.heads[head]!;
  for (let steps = 0; verb >= 0 && steps < 3 && doc.upos[verb] !== 'VERB'; steps++)
    verb = doc.tree.heads[verb]!;
  const subject = (doc.tree.children[verb] ?? []).find((child) => doc.tree.relations[child] === 'nsubj');
  return subject === undefined || subject === head ? undefined : scene.resolve(subject)?.identities[0];
}
