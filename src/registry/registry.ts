import type { Codebook } from './codebook/codebook.js';
import type { Geography } from './geography/geography.js';
import type { OfficialRecord } from './official-record.js';
import type { OwnKnowledge } from './own/own-knowledge.js';
import type { Sector } from './sectors.js';

export type { Ballot, Council, CouncilVote, VoteQuery } from './council/council.js';

/** A state, or a territory that reports treat as one. **Units** degrees for the coordinates. */
export interface Country {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly demonyms: readonly string[];
  readonly capital: string | null;
  /** Every name of a seat of government that stands for the government ("Kyiv", "Kiev"), `capital` first. */
  readonly capitals: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly id: string | null;
  /** Last day of a state that is no more, else null. */
  readonly until: string | null;
}

/**
 * One entry of the gazetteer: what a name stands for.
 *
 * **Shape** `kind`: `country`; `demonym` (adjective or people: "Syrian"); `capital` (stands for the government where
 * it acts); `seat` (a palace or street that does: "the Kremlin"); `organisation`; `group` (armed or political);
 * `bloc` ("the West", whose `members` are country codes); `place`; `person`. `country` is an ISO alpha-3 code, one
 * of `INTERNATIONAL_CODES`, or null. `sectors` has the leading one first.
 */
export interface Listing {
  readonly kind:
    | 'country'
    | 'demonym'
    | 'capital'
    | 'seat'
    | 'organisation'
    | 'group'
    | 'bloc'
    | 'place'
    | 'person';
  readonly name: string;
  readonly country: string | null;
  readonly sectors: readonly Sector[];
  readonly members: readonly string[];
  readonly id: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Nouns, as lemmas in lower case, that a report may go on to call it by ("the agency"); absent for most. */
  readonly called?: ReadonlySet<string>;
  /** What kind of place a `place` is, null for all others. */
  readonly place?: 'site' | 'city' | 'region' | null;
  /** One of the many that are known for where they lie and not for acting. */
  readonly isMinor?: true;
  /** Listed by the user: then nothing else that we know bears the name. */
  readonly isOwn?: true;
}

/** A name found at a place in a sequence of words. */
export interface Match {
  readonly listings: readonly Listing[];
  /** **Units** words. */
  readonly length: number;
}

/** All names that the registry knows, matched over words. */
export interface Gazetteer {
  /**
   * The longest name that begins at `words[at]`, case observed where it tells ("Turkey", "US"), "the" left out.
   * All-capitals words match names regardless of case.
   */
  match(words: readonly string[], at: number): Match | undefined;
  /** Every listing of exactly this name. */
  find(name: string): readonly Listing[];
}

/** A person's time in an office. Dates `YYYY-MM-DD`, null for open or unknown. */
export interface Tenure {
  readonly person: string;
  /** Other forms of the name that reports use ("Mohammed bin Salman", "MBS"). */
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly title: string;
  /** Key of the office in `offices.csv`. */
  readonly office: string;
  readonly sectors: readonly Sector[];
  readonly start: string | null;
  readonly end: string | null;
  readonly id: string | null;
  readonly origin: string;
}

/** Who held which office when. */
export interface Tenures {
  /**
   * Tenures of the person that a name stands for: a whole name, or a surname alone where it is borne by one office
   * holder (of the country, where given) at the date. Best first; `date` null means any time.
   */
  byName(name: string, date: string | null, country?: string | null): readonly Tenure[];
  /**
   * The one country of all who bear this surname and, about the date where one is given, were in office: the United
   * States for "Bush", whichever is meant. Null where there are none, where they are of more than one country, and
   * where none of them led a state or its diplomacy.
   */
  leadersCountry(surname: string, date: string | null): string | null;
  /** Holders of an office at a date, the latest when `date` is null. */
  byOffice(country: string, office: string, date: string | null): readonly Tenure[];
}

/**
 * A noun that makes its bearer an actor: an office ("foreign minister"), an institution ("parliament") or a role
 * ("police", "protesters").
 *
 * **Shape** `lemma` may hold several words; `office` is the key of an office that one person a country holds at a
 * time, else null.
 */
export interface Role {
  readonly lemma: string;
  readonly kind: 'office' | 'institution' | 'group' | 'individual';
  readonly sectors: readonly Sector[];
  readonly office: string | null;
}

/** Nouns that make their bearer an actor. */
export interface Roles {
  /** The longest role that ends at `lemmas[at]` (lower-case lemmas), and how many words it takes. */
  endingAt(
    lemmas: readonly string[],
    at: number,
  ): { readonly role: Role; readonly length: number } | undefined;
}

/** The official facts: everything that the reading knows of the world before it opens a report. */
export interface Registry extends OfficialRecord {
  readonly gazetteer: Gazetteer;
  readonly geography: Geography;
  readonly tenures: Tenures;
  readonly roles: Roles;
  readonly codebook: Codebook;
  /** What the user has added, undefined where nothing. */
  readonly own?: OwnKnowledge;
}
