import type { Document } from '../../document/document.js';
import { recordId } from '../../document/identity.js';
import { contains, cut, type Range } from '../../document/span.js';
import type { Registry } from '../../registry/registry.js';
import type { Cast } from '../cast.js';
import type { Claim, Statement } from '../contract.js';
import type { FoundVote } from '../votes/find-votes.js';
import { councilIn } from '../votes/is-of-council.js';
import { checkAssembly } from './assembly.js';
import { checkCouncilSize } from './council-size.js';
import { checkDyads } from './dyads.js';
import type { FoundClaim, Material } from './found-claim.js';
import { checkMembership } from './membership.js';
import { checkOffices } from './office.js';
import { checkResolutions } from './resolution.js';
import { checkRuleSayings, checkRules } from './rules.js';
import { checkVetoCounts } from './veto-count.js';
import { checkVoteClaims } from './vote-claims.js';

const CHECKERS = [
  checkVoteClaims,
  checkVetoCounts,
  checkCouncilSize,
  checkMembership,
  checkResolutions,
  checkRules,
  checkRuleSayings,
  checkOffices,
  checkAssembly,
  checkDyads,
] as const;

/**
 * Finds what an official record can settle, and settles it, evidence shown.
 *
 * **Shape** `votes` are those that `findVotes` found in the same document, with the clauses that tell them. A claim spans its sentence, one about the
 * Council's size the words that say it.
 */
export function checkClaims(
  doc: Document,
  cast: Cast,
  votes: readonly FoundVote[],
  statements: readonly Statement[],
  registry: Registry,
): Claim[] {
  const about = councilIn(doc);
  const council = about === 'yes';
  const material: Material = {
    doc,
    cast,
    registry,
    votes,
    council: council || votes.some(({ vote }) => vote.record !== null),
    maybe: about !== 'no',
  };
  const seen = new Set<string>();
  return CHECKERS.flatMap((check) => check(material))
    .sort((a, b) => a.start - b.start || a.end - b.end || weightOf(a) - weightOf(b))
    .flatMap((found) => {
      const key = `${found.kind} ${found.start}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [toClaim(doc, found, statements)];
    });
}

/** Of two of a kind in one sentence that is kept which says that something is wrong. */
function weightOf({ verdict }: FoundClaim): number {
  return ['contradicted', 'supported', 'unverifiable'].indexOf(verdict);
}

function toClaim(doc: Document, found: FoundClaim, statements: readonly Statement[]): Claim {
  const span = cut(doc.report.text, found.start, found.end);
  return {
    id: recordId(doc.report.id, 'claim', span, found.kind),
    kind: found.kind,
    text: span.text.replaceAll(/\s+/g, ' ').trim(),
    span,
    by: saidIn(statements, span),
    verdict: found.verdict,
    because: found.because,
    evidence: found.evidence,
  };
}

/** The statement that a claim stands in. */
function saidIn(statements: readonly Statement[], span: Range): string | null {
  return statements.find(({ content }) => content.some((part) => contains(part, span)))?.id ?? null;
}
