import { ASSEMBLY_ISSUES, type Assembly, type AssemblyBallot, type AssemblyVote } from './assembly.js';

/** A question about the Assembly's roll calls. Countries are codes; days are included at both ends. */
export interface AssemblyQuestion {
  readonly from?: string;
  readonly to?: string;
  /** `A/RES/68/262`, `68/262`. */
  readonly symbol?: string;
  /** Words that the title or the text holds, or that name the issue. */
  readonly about?: string;
  readonly member?: { readonly country: string; readonly ballot: AssemblyBallot | null };
}

/** Roll calls on whole drafts that answer a question, in the order of the source. */
export function askAssembly(assembly: Assembly, question: AssemblyQuestion): readonly AssemblyVote[] {
  const { from, to, symbol, about, member } = question;
  const votes = symbol === undefined ? assembly.votes : assembly.bySymbol(symbol);
  const words = (about ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return votes.filter(
    (vote) =>
      vote.on === 'whole' &&
      (from === undefined || vote.date >= from) &&
      (to === undefined || vote.date <= to) &&
      (words.length === 0 || holds(vote, words)) &&
      (member === undefined || cast(vote, member)),
  );
}

function holds(vote: AssemblyVote, words: readonly string[]): boolean {
  const issues = vote.issues.map((issue) => ASSEMBLY_ISSUES[issue]).join(' ');
  const text = `${vote.title} ${vote.text ?? ''} ${issues}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function cast(
  vote: AssemblyVote,
  { country, ballot }: { readonly country: string; readonly ballot: AssemblyBallot | null },
): boolean {
  const own = vote.ballot(country);
  return ballot === null ? own !== null : own === ballot;
}
