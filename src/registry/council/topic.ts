import type { Country } from '../registry.js';
import { titleReader } from './about.js';
import type { CouncilVote } from './council.js';

/** A vote that a topic fits, and why: "about SYR", "agenda: Namibia". */
export interface TopicMatch {
  readonly vote: CouncilVote;
  readonly why: string;
}

/**
 * Votes on a topic: a country by its code or any of its names, or else words that stand in the crisis, the matter or
 * the item of the agenda, each as a whole word.
 *
 * **Shape** in the order of `votes`; empty where the topic fits none.
 */
export function votesOnTopic(
  votes: readonly CouncilVote[],
  topic: string,
  countries: ReadonlyMap<string, Country>,
): readonly TopicMatch[] {
  const code = countryNamed(topic, countries);
  if (code !== undefined) {
    return votes.flatMap((vote) => (vote.about.includes(code) ? [{ vote, why: `about ${code}` }] : []));
  }
  const codes = titleReader(countries.values())(topic);
  if (codes.length > 0) {
    return votes.flatMap((vote) =>
      codes.every((one) => vote.about.includes(one)) ? [{ vote, why: `about ${codes.join(', ')}` }] : [],
    );
  }
  const words = topic
    .trim()
    .split(/\s+/)
    .map(
      (word) =>
        new RegExp(`(?<![\\p{L}\\d])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'iu'),
    );
  return votes.flatMap((vote) => {
    for (const [name, text] of [
      ['crisis', vote.crisis],
      ['matter', vote.matter],
      ['agenda', vote.topic],
    ] as const) {
      if (text !== null && words.every((word) => word.test(text))) return [{ vote, why: `${name}: ${text}` }];
    }
    return [];
  });
}

/** The country that a name, people or code stands for. */
export function countryNamed(name: string, countries: ReadonlyMap<string, Country>): string | undefined {
  const wanted = name.trim().toLowerCase();
  if (countries.has(wanted.toUpperCase())) return wanted.toUpperCase();
  for (const country of countries.values()) {
    const names = [country.name, ...country.aliases, ...country.demonyms, ...country.capitals];
    if (names.some((one) => one.toLowerCase() === wanted)) return country.code;
  }
  return undefined;
}
