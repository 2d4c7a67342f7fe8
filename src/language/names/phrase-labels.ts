/** Types of phrases that name or describe somebody or something. */
export const PHRASE_TYPES = ['person', 'organisation', 'place', 'people', 'weapon', 'document'] as const;

/** 0 is outside; then the first word and the further words of each type in turn. */
export const PHRASE_LABELS: readonly string[] = [
  'O',
  ...PHRASE_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`]),
];
