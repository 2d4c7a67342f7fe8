const STARTERS: ReadonlySet<string> = new Set(
  `A After All Also Although An And Another Any Anyone Are As At Because Before Both But By Can Could Despite Did Do
  Does During Each Earlier Even Every Everyone Finally First For Former From Further Had Has Have He Hence Her Here His
  How However I If In Instead Is It Its Last Later Like Many Maybe Meanwhile Moreover Most Much My Nevertheless
  Nobody None Nor Not Nothing Now Of On Once One Only Or Other Others Our Over Perhaps Several She Should Since So Some
  Someone Still Such That The Their Then There Therefore These They This Those Though Three Through Thus To Today
  Together Two Under Unlike Until Was We Were What When Where Whether Which While Who Whoever Why With Within
  Without Would Yes Yesterday Yet You Your`.split(/\s+/u),
);

/** Whether a capitalised word looks like the first of a sentence and not like a name: "The", "However". */
export function isStarter(word: string): boolean {
  return STARTERS.has(word);
}

const SAID: ReadonlySet<string> = new Set(
  `said says asked asks told added replied answered wrote tweeted shouted cried declared exclaimed demanded wondered
  insisted continued responded warned argued noted remarked joked quipped recalled screamed chanted yelled`.split(
    /\s+/u,
  ),
);

/** Whether a word commonly follows what somebody has just said, the speaker's name between them. */
export function isSaid(word: string): boolean {
  return SAID.has(word);
}
