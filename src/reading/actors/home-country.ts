import type { Document } from '../../document/document.js';
import type { Sector } from '../../registry/sectors.js';
import { isState } from '../../registry/sectors.js';
import type { Marks, NameMark } from './marks.js';
import type { Scene } from './scene.js';

/**
 * The state whose home affairs a report tells: the only one that it names, or the one that it names far more often
 * than all others, where it speaks of that state's own organs ("the Peruvian police", "Peru's parliament"). A report
 * of two states' dealings has none.
 */
export function homeCountry({ doc, marks }: Pick<Scene, 'doc' | 'marks'>): string | null {
  const known = memory.get(marks);
  if (known !== undefined) return known;
  const home = findHome(doc, marks);
  memory.set(marks, home);
  return home;
}

const memory = new WeakMap<Marks, string | null>();

function findHome(doc: Document, marks: Marks): string | null {
  const times = new Map<string, number>();
  let all = 0;
  for (const { listing } of marks.names) {
    if (!isState(listing.country) || !TELLING.has(listing.kind)) continue;
    times.set(listing.country, (times.get(listing.country) ?? 0) + 1);
    all++;
  }
  const [first] = [...times].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return null;
  const [country, count] = first;
  if (times.size > 1 && (count < OFTEN || count / all < MOST)) return null;
  return marks.names.some((mark) => mark.listing.country === country && isHomely(doc, marks, mark))
    ? country
    : null;
}

/** **Units** mentions; share of all mentions of states. */
const OFTEN = 4;
const MOST = 0.75;

const TELLING: ReadonlySet<string> = new Set(['country', 'demonym', 'capital', 'place', 'seat']);
const ORGANS: ReadonlySet<Sector> = new Set(['GOV', 'COP', 'JUD', 'LEG', 'MIL', 'OPP', 'PTY']);

/** Words of home affairs that are no actors. */
const AFFAIRS = new Set(
  `election vote constitution law bill rule capital city town province region district prison jail economy junta
  referendum poll territory soil`.split(/\s+/),
);

/** Those who serve their state abroad or speak for it there. */
const ABROAD = new Set(
  `ambassador embassy consulate consul diplomat envoy mission troop soldier peacekeeper jet airline contingent
  delegation negotiator`.split(/\s+/),
);

/** Whether a country's name stands with one of its own organs or affairs, or is a place in it. */
function isHomely(doc: Document, marks: Marks, mark: NameMark): boolean {
  if (mark.listing.kind === 'place' || mark.listing.kind === 'seat') return true;
  const { to } = doc.sentences[doc.tokens[mark.from]!.sentence]!;
  for (let at = mark.to; at < Math.min(to, mark.to + NEAR); at++) {
    const upos = doc.upos[at]!;
    if (upos === 'VERB' || upos === 'AUX' || (upos === 'PUNCT' && doc.tokens[at]!.text !== '-')) return false;
    if (AFFAIRS.has(doc.lemmas[at]!.toLowerCase())) return true;
    const role = marks.roles[marks.roleAt[at] ?? -1];
    if (role === undefined || role.head !== at) continue;
    if (ABROAD.has(role.role.lemma)) return false;
    if (role.role.sectors.some((sector) => ORGANS.has(sector))) return true;
  }
  return false;
}

/** **Units** tokens between a country's name and what is its own: "Peru's first free elections". */
const NEAR = 5;
