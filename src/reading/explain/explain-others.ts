import type { Claim, Statement, Vote } from '../contract.js';
import { cueLexicon } from '../statements/cue-lexicon.js';
import { explainActor, explainPlace, explainWhen } from './explain-parts.js';
import { type Reason, reason } from './explanation.js';

/** What a statement rests on: its cue, who speaks, what is said and what is done by it. */
export function explainStatement(one: Statement): Reason[] {
  const { cue, source, content, speaker, addressee, kind, confidence } = one;
  return [
    explainCue(one),
    speaker === null
      ? reason('speaker', 'open', 'Nobody says who speaks.', { spans: source })
      : explainActor('speaker', speaker),
    reason('kind', kind, KINDS[kind], { spans: content }),
    ...(addressee === null ? [] : [explainActor('addressee', addressee)]),
    ...one.stance.map(({ act, toward, event }) => {
      const whom = toward === null ? '' : ` ${toward.name}`;
      return reason(
        'stance',
        act,
        `The speaker ${act}${whom}${event === null ? '' : `; see event ${event}`}.`,
        {
          spans: cue === null ? [] : [cue],
        },
      );
    }),
    explainWhen(one.when),
    ...(one.place === null ? [] : [explainPlace(one.place)]),
    reason('confidence', 'chains', 'How sure the trained chains are of cue, source and content together.', {
      share: confidence,
    }),
  ];
}

const KINDS: Readonly<Record<Statement['kind'], string>> = {
  direct: 'All that is said stands in quotation marks.',
  indirect: 'Nothing that is said stands in quotation marks.',
  mixed: 'Part of what is said stands in quotation marks.',
};

function explainCue({ by, cue, source }: Statement): Reason {
  if (cue === null)
    return reason('cue', by, 'A quotation without a cue of its own goes on from the statement beside it.', {
      spans: source,
    });
  const [kind = '', lemma = ''] = by.split(':');
  const entry = [...cueLexicon().values()]
    .map((words) => words.get(lemma))
    .find((one) => one?.class === kind);
  if (entry === undefined)
    return reason('cue', by, `"${cue.text}" is read as a cue by the trained chain; no list has it.`, {
      spans: [cue],
    });
  const says = `"${cue.text}" is ${entry.lemma}, a ${entry.part} of ${kind}, cues.csv line ${entry.line}.`;
  const file = 'codebook/cues.csv';
  return reason('cue', by, says, {
    spans: [cue],
    entry: { file, line: entry.line, example: null, isOwn: false },
  });
}

/** What a vote rests on: the words, the ballots that they tell, and the record that it was linked to. */
export function explainVote(vote: Vote): Reason[] {
  const { record, members } = vote;
  const told = members.filter(({ inferred }) => !inferred);
  const inferred = members.filter((one) => one.inferred);
  const tally = [vote.for, vote.against, vote.abstain].map((count) => count ?? '?').join('–');
  return [
    reason('outcome', 'words', `${vote.body}: ${vote.outcome}, ${tally}.`, { spans: [vote.span] }),
    ...told.map(({ country, vote: ballot, span }) =>
      reason('member', 'words', `${country} voted ${ballot}.`, { spans: span === null ? [] : [span] }),
    ),
    ...(inferred.length === 0
      ? []
      : [
          reason(
            'member',
            'record',
            `The record adds ${inferred.map(({ country, vote: ballot }) => `${country} ${ballot}`).join(', ')}.`,
          ),
        ]),
    explainWhen(vote.when),
    record === null
      ? reason('record', 'none', 'No vote of the record fits, or more than one does.')
      : reason(
          'record',
          'council-votes.csv',
          `It is ${[record.symbol, record.meeting].filter(Boolean).join(', ')} of ${record.date}: body, day, topic and numbers fit no other.`,
        ),
  ];
}

/** What a claim's verdict rests on: the rows of the registry that give it. */
export function explainClaim(claim: Claim): Reason[] {
  const { by, verdict, because, evidence } = claim;
  return [
    reason('claim', claim.kind, by === null ? 'The report says so itself.' : `Said in statement ${by}.`, {
      spans: [claim.span],
    }),
    reason('verdict', verdict, because),
    ...evidence.map(({ source, entry, fields }) => {
      const filled = Object.entries(fields).filter(([, value]) => value !== null);
      return reason(
        'evidence',
        source,
        `${source}, ${entry}: ${filled.map(([name, value]) => `${name} ${value}`).join('; ')}.`,
      );
    }),
  ];
}
