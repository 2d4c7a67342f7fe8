import type { Document } from '../../document/document.js';
import type { TokenRange } from '../../document/span.js';
import type { Marks } from './marks.js';
import { isProper } from './phrase.js';

/** Forms of address that stand before a name and say nothing of office. */
export const HONORIFICS = new Set(
  'mr mrs ms miss dr sir dame lord lady mr. mrs. ms. dr. sheikh sheik prof prof. rev rev. gen gen. lt lt. col col. sen sen. rep rep. gov gov. st st.'.split(
    ' ',
  ),
);
/** A name without title, honorific, possessor and what follows it; undefined where nothing is left. */
export function bareName(
  doc: Document,
  { roles, roleAt }: Pick<Marks, 'roles' | 'roleAt'>,
  range: TokenRange,
): TokenRange | undefined {
  let { from, to } = range;
  for (let at = range.from; at < to; at++) {
    const role = roles[roleAt[at] ?? -1];
    if (doc.xpos[at] === 'POS' && at + 1 < to) from = at + 1;
    else if (role !== undefined && role.to <= to && at === role.to - 1 && !isSurname(doc, role, { from, to }))
      from = role.to;
    else if (HONORIFICS.has(doc.tokens[at]!.text.toLowerCase()) && at === from) from = at + 1;
    else if (at > from && role === undefined && LINKS.has(doc.tokens[at]!.text.toLowerCase())) to = at;
  }
  while (from < to && (doc.upos[from] === 'DET' || doc.upos[from] === 'ADP' || doc.upos[from] === 'PUNCT'))
    from++;
  while (to > from && (doc.xpos[to - 1] === 'POS' || doc.upos[to - 1] === 'PUNCT')) to--;
  return from < to ? { from, to } : undefined;
}

/** Words that no person's name goes on after. */
const LINKS = new Set(['of', 'from', 'in', 'for', 'at', 'on', 'and', 'or', 'who', 'said', ',', '(']);

/** "Tom King", "Ann Judge": a title's word that ends a name after another proper noun is a surname. */
function isSurname(doc: Document, role: TokenRange, name: TokenRange): boolean {
  if (role.to !== name.to || role.to - role.from > 1 || role.from <= name.from) return false;
  return doc.tree.relations[role.from] === 'flat' && isProper(doc, role.from);
}
