/** What a statement does by being said. */
export const STANCE_ACTS = [
  'accuses',
  'denies',
  'supports',
  'demands',
  'promises',
  'threatens',
  'praises',
  'regrets',
  'doubts',
  'declines',
] as const;

/** In which way something is said. */
export const MEDIA = [
  'interview',
  'post',
  'telephone',
  'letter',
  'speech',
  'session',
  'briefing',
  'statement',
  'joint statement',
  'broadcast',
  'court',
  'report',
  'article',
  'book',
] as const;
