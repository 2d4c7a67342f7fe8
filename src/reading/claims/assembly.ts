import type { Document, Sentence } from '../../document/document.js';
import type { AssemblyVote } from '../../registry/assembly/assembly.js';
import type { Evidence, Vote } from '../contract.js';
import { stemsOf } from '../votes/record-words.js';
import { countriesNamed } from '../votes/setting.js';
import type { ToldVote } from '../votes/told.js';
import { daysBetween } from '../when.js';
import { inWords, nameAll } from './evidence.js';
import type { FoundClaim, Material } from './found-claim.js';
import { claimDay } from './time-of-claim.js';

const ASSEMBLY = 'UN General Assembly';
const SYMBOL = /\b(?:A\/RES\/|[Rr]esolution\s+(?:No\.?\s*)?)((?:ES-)?\d{1,2}\/\d{1,4}\s?[A-Z]?)\b/u;

/** How the General Assembly voted, and who, against its roll calls. */
export function checkAssembly(material: Material): FoundClaim[] {
  const { doc, votes } = material;
  return votes.flatMap(({ vote, told }) => {
    if (vote.body !== ASSEMBLY) return [];
    const row = rowOf(material, vote, told);
    if (row === undefined) return [];
    return told.flatMap((one) => [
      ...checkTally(doc.sentences[one.sentence]!, one, row),
      ...checkBallots(material, doc.sentences[one.sentence]!, one, row),
    ]);
  });
}

/** **Units** days: when the vote may have been, counted from the day that the text gives or lets expect. */
const NEAR = 3;

/** The roll call that is meant: by its resolution, else the one of those days that the words and numbers fit. */
function rowOf(
  { doc, registry, votes }: Material,
  vote: Vote,
  told: readonly ToldVote[],
): AssemblyVote | undefined {
  const { assembly } = registry;
  const text = told.map(({ sentence }) => sentenceText(doc, doc.sentences[sentence]!)).join(' ');
  const symbol = (SYMBOL.exec(text) ?? SYMBOL.exec(doc.report.text))?.[1]?.replace(/\s/g, '');
  if (symbol !== undefined) return assembly.bySymbol(symbol)[0];
  const exact = assembly.votes.filter(
    (row) =>
      row.for === vote.for &&
      row.against === vote.against &&
      row.abstain === vote.abstain &&
      row.on === 'whole',
  );
  const years = [...text.matchAll(/\b(19[4-9]\d|20[0-2]\d)\b/gu)].map(([year]) => year);
  const thatYear = exact.filter(({ date }) => years.includes(date.slice(0, 4)));
  if (thatYear.length === 1) return thatYear[0];
  const day = vote.when.start ?? claimDay(doc, votes);
  if (day === null) return undefined;
  const near = assembly.votes.filter(
    ({ date, on }) => on === 'whole' && Math.abs(daysBetween(date, day)) <= NEAR,
  );
  const words = stemsOf(text);
  const named = new Set(
    told.flatMap(({ sentence }) => {
      const { from, to } = doc.sentences[sentence]!;
      return countriesNamed(doc, registry, from, to);
    }),
  );
  const scored = near
    .map((row) => ({ row, score: scoreOf(row, vote, words, named, registry.countries) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first !== undefined && (second === undefined || first.score > second.score) ? first.row : undefined;
}

const ENOUGH = 3;

function scoreOf(
  row: AssemblyVote,
  vote: Vote,
  words: ReadonlySet<string>,
  named: ReadonlySet<string>,
  countries: ReadonlyMap<string, { readonly name: string; readonly demonyms: readonly string[] }>,
): number {
  const title = `${row.title} ${row.text ?? ''}`;
  let score = 0;
  for (const word of stemsOf(title)) if (words.has(word) && !COMMON.has(word)) score += 1;
  for (const code of named) {
    const country = countries.get(code);
    if (country !== undefined && [country.name, ...country.demonyms].some((name) => title.includes(name)))
      score += 1;
  }
  if (vote.for !== null && vote.for === row.for) score += 3;
  if (vote.against !== null && vote.against === row.against && row.against > 0) score += 2;
  return score;
}

/** Cut short as `stemsOf` cuts. */
const COMMON = new Set([
  'united',
  'nation',
  'genera',
  'assemb',
  'resolu',
  'adopte',
  'states',
  'agains',
  'countr',
]);

function checkTally({ start, end }: Sentence, { tally }: ToldVote, row: AssemblyVote): FoundClaim[] {
  const told = (['for', 'against', 'abstain'] as const).flatMap((side) =>
    tally[side] === null || tally.unanimous ? [] : [{ side, count: tally[side] }],
  );
  if (told.length === 0) return [];
  const right = told.every(({ side, count }) => row[side] === count);
  const because = `The roll call on ${nameOf(row)} has ${row.for} for, ${row.against} against, ${row.abstain} abstaining.`;
  return [
    {
      kind: 'assembly',
      start,
      end,
      verdict: right ? 'supported' : 'contradicted',
      because,
      evidence: [evidenceOf(row, [])],
    },
  ];
}

const PAST = { for: 'voted for', against: 'voted against', abstain: 'abstained' } as const;

function checkBallots(
  { registry }: Material,
  { start, end }: Sentence,
  { ballots }: ToldVote,
  row: AssemblyVote,
): FoundClaim[] {
  const checked = ballots.flatMap(({ country, vote }) => {
    const cast = row.ballot(country);
    return cast === null ? [] : [{ country, cast, right: cast === vote }];
  });
  if (checked.length === 0) return [];
  const wrong = checked.filter(({ right }) => !right);
  const said = (wrong.length > 0 ? wrong : checked)
    .map(({ country, cast }) => `${nameAll(registry, [country])} ${PAST[cast]}`)
    .join(', ');
  return [
    {
      kind: 'assembly',
      start,
      end,
      verdict: wrong.length > 0 ? 'contradicted' : 'supported',
      because: `In the roll call on ${nameOf(row)}, ${said}.`,
      evidence: [
        evidenceOf(
          row,
          checked.map(({ country }) => country),
        ),
      ],
    },
  ];
}

function nameOf({ symbol, title, date }: AssemblyVote): string {
  return `${symbol ?? `“${title}”`} (${inWords(date)})`;
}

function evidenceOf(row: AssemblyVote, countries: readonly string[]): Evidence {
  const [source, entry] = row.source.split(': ');
  return {
    source: source!,
    entry: entry!,
    fields: {
      date: row.date,
      session: row.session,
      symbol: row.symbol,
      title: row.title,
      for: row.for,
      against: row.against,
      abstain: row.abstain,
      ...Object.fromEntries(countries.map((country) => [country, row.ballot(country)])),
    },
  };
}

function sentenceText(doc: Document, { start, end }: Sentence): string {
  return doc.report.text.slice(start, end);
}
