/** Lemmas of verbs of saying, by which reports most often give somebody's words. */
export const SAYING: ReadonlySet<string> = new Set(
  'say tell add note state explain announce claim argue insist stress warn declare write continue reply answer ask comment conclude confirm deny admit acknowledge remark reiterate describe accuse call urge report tweet'.split(
    ' ',
  ),
);
