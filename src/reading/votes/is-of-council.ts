import type { Document } from '../../document/document.js';
import type { Report } from '../../document/report.js';

/** Names that say it outright. */
const NAMED = /\b(?:Security\s+Council|UNSC|UN\s+SC|SC\s+of\s+(?:the\s+)?UN|SECURITY\s+COUNCIL)\b/u;
/** Other councils that vote, and whose members have vetoes too. */
const OTHERS =
  /\b(?:European\s+(?:Union|Parliament)|EU|(?:City|Town|County|Borough|District|Parish|Regional|Municipal|Local|National|Federal|Federation|State|Executive|Legislative|Constitutional|Constituent|Privy|Guardian|Governing|Ruling|Military|Revolutionary|Transitional|Sovereign|Shura|Supreme|Nordic|Atlantic|Cooperation|European|Presidential|Economic\s+and\s+Social|Human\s+Rights)\s+[Cc]ouncil)\b/u;

/** Presidents and governors veto bills, and parliaments vote. */
const DOMESTIC =
  /\b(?:bills?|Congress|Senate|legislat\w+|lawmakers|governors?|parliament\w*|overrid\w+|House\s+of)\b/iu;
/** What a report may name that is of the United Nations all the same. */
const WORLD =
  /\b(?:UN|U\.N\.|United\s+Nations|UNITED\s+NATIONS|[Rr]esolution\s+\d{3,4}|[Pp]ermanent\s+members?|[Tt]he\s+Council|S\/\d+)\b/u;

const PERMANENT =
  'Russian?s?|Moscow|Kremlin|Soviets?|USSR|Chin(?:a|ese)|Beijing|Peking|United\\s+States|US|U\\.S\\.|Americans?|Washington|Brit(?:ain|ish)|United\\s+Kingdom|UK|London|France|French|Paris';

/** Signs of the Council where a report calls it by half its name, and how much each counts. */
const SIGNS: readonly (readonly [sign: RegExp, weight: number])[] = [
  [/\b(?:UN|U\.N\.|United\s+Nations|UNITED\s+NATIONS)\b/u, 2],
  [
    /\b(?:[Tt]he|of|UN|unanimous|\w+-member|\w+-nation)\s+(?:Council|SC)\b|\bCouncil(?:['’]s|\s+(?:vote|member|draft|resolution|text))/u,
    2,
  ],
  [/\bS\/(?:\d{4}\/)?\d+|\bS\/RES\/\d+/u, 4],
  [/\b[Rr]esolution\s+(?:No\.?\s*)?\d{3,4}\b(?!\/)/u, 3],
  [/\bveto/iu, 2],
  [
    new RegExp(
      `\\b(?:${PERMANENT})\\b(?:['’]s)?[^.;]{0,50}\\b(?:veto|nyet|said\\s+no|lone\\s+no)|\\b(?:${PERMANENT})\\s+no\\b`,
      'u',
    ),
    2,
  ],
  [/\b(?:draft|resolution|text)\b/iu, 1],
  [/\b(?:vot(?:e[sd]?|ing)|abst(?:ain|ention)\w*|in\s+favou?r|unanim\w+)\b/iu, 1],
  [new RegExp(`\\b(?:${PERMANENT})\\b[^.;]*\\b(?:${PERMANENT})\\b`, 'u'), 1],
  [/\b(?:in\s+favou?r|for|against)\b[^.;]{0,40}\babst/iu, 1],
  [/\b(?:permanent|elected|non-permanent|rotating)\s+(?:members?|states?|seats?|chairs?)\b/iu, 2],
  [/\b(?:ambassadors?|envoys?|delegations?|delegates?|diplomats?|said\s+no|P5|noes|ayes)\b/iu, 1],
  [/\b(?:[a-z]+teen|nine|ten|eleven|twelve|\d{1,2})\s+(?:\p{L}+\s+){0,2}members\b/iu, 1],
  [/\b\d{1,2}\s?[-–]\s?\d{1,2}\s?[-–]\s?\d{1,2}\b/u, 1],
];
const ENOUGH = 4;
const MAYBE = 1;
/** Without one of these a report may be of any vote. */
const CORE =
  /\b(?:UN|U\.N\.|United\s+Nations|UNITED\s+NATIONS)\b|\bCouncil\b|\bSC\b|\bS\/\d|\b[Rr]esolution\s+(?:No\.?\s*)?\d{3,4}\b|\bveto|\bpermanent\s+members?\b/u;

/**
 * Whether a report tells of the UN Security Council, though it may call it "the Council" throughout. `maybe` where
 * little says so: then only what the record bears out may be taken for its votes.
 */
export function councilIn({ report }: Document): OfCouncil {
  let answer = known.get(report);
  if (answer === undefined) {
    answer = weigh(report.text);
    known.set(report, answer);
  }
  return answer;
}

export type OfCouncil = 'yes' | 'maybe' | 'no';

/** Asked by several stages, answered once a report. */
const known = new WeakMap<Report, OfCouncil>();

function weigh(text: string): OfCouncil {
  if (NAMED.test(text)) return 'yes';
  if (OTHERS.test(text) || (DOMESTIC.test(text) && !WORLD.test(text))) return 'no';
  const sum = SIGNS.reduce((total, [sign, weight]) => total + (sign.test(text) ? weight : 0), 0);
  return sum >= ENOUGH && CORE.test(text) ? 'yes' : sum >= MAYBE ? 'maybe' : 'no';
}
