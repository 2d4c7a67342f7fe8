import type { Document } from '../../document/document.js';

/** Names that say it outright. */
const NAMED = /\b(?:Security\s+Council|UNSC|UN\s+SC|SC\s+of\s+(?:the\s+)?UN|SECURITY\s+COUNCIL)\b/u;
/** Other councils that vote, and whose members have vetoes too. */
const OTHERS =
  /\b(?:European\s+(?:Union|Council)|EU|(?:[Cc]ity|[Tt]own|[Cc]ounty|National|Federal|Executive|State)\s+[Cc]ouncil|Human\s+Rights\s+Council|Federation\s+Council)\b/u;

/** Signs of the Council where a report calls it by half its name, and how much each counts. */
const SIGNS: readonly (readonly [sign: RegExp, weight: number])[] = [
  [/\b(?:UN|U\.N\.|United\s+Nations|UNITED\s+NATIONS)\b/u, 2],
  [/\b(?:[Tt]he|of|UN)\s+(?:Council|SC)\b|\bCouncil\s+(?:vote|member)/u, 2],
  [/\bS\/(?:\d{4}\/)?\d+|\bS\/RES\/\d+/u, 3],
  [/\b[Rr]esolution\s+(?:No\.?\s*)?\d{1,4}\b/u, 2],
  [/\bveto/iu, 1],
  [
    /\b(?:Russia|Moscow|Soviet\s+Union|USSR|China|Beijing|United\s+States|US|U\.S\.|Washington|Britain|London|France|Paris)\b[^.;]{0,40}\bveto(?:ed|es)?\b[^.;]{0,40}\b(?:resolution|draft|text)\b/u,
    3,
  ],
  [/\b(?:draft|resolution|text)\b/iu, 1],
  [/\b(?:vot(?:e[sd]?|ing)|abst(?:ain|ention)\w*|in\s+favou?r)\b/iu, 1],
  [/\bpermanent\s+members?\b|\belected\s+members?\b/iu, 1],
];
const ENOUGH = 5;

/** Whether a report tells of the UN Security Council, though it may call it "the Council" throughout. */
export function isOfCouncil({ report: { text } }: Document): boolean {
  if (NAMED.test(text)) return true;
  if (OTHERS.test(text)) return false;
  return SIGNS.reduce((sum, [sign, weight]) => sum + (sign.test(text) ? weight : 0), 0) >= ENOUGH;
}
