/** Verbs that only somebody does who has a mind or a voice, those of saying aside: no mere thing is their "they". */
export const MINDING: ReadonlySet<string> = new Set(
  `accept agree allege apologise apologize approve believe blame boast caution complain concede condemn consider
  criticise criticize decide decline defend demand dismiss doubt emphasise emphasize endorse estimate expect express
  fear feel hope imply intend issue joke know love mention oppose order plan pledge post praise prefer promise propose
  publish question quip read realise realize recall recognise recognize recommend refuse regret reject release remember
  reveal seek signal suggest support suspect talk testify think threaten urge view vote vow wait want welcome wish
  wonder worry`.split(/\s+/),
);

/** Lemmas of verbs of saying, by which reports most often give somebody's words. */
export const SAYING: ReadonlySet<string> = new Set(
  'say tell add note state explain announce claim argue insist stress warn declare write continue reply answer ask comment conclude confirm deny admit acknowledge remark reiterate describe accuse call urge report tweet'.split(
    ' ',
  ),
);
