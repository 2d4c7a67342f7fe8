const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

const LONG = new RegExp(`\\b(${MONTHS.join('|')}) (\\d{1,2})(?:, (\\d{4}))?\\b`, 'g');
const SHORT = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')})(?: (\\d{4}))?\\b`, 'g');

/** Writes dates and small numbers another way: "April 12" as "12 April" or "12/04", "on Tuesday" as "yesterday", "3" as "three". */
export function redate(sentence: string, next: () => number): string {
  const figures = next() < 0.5;
  const day = (date: string, month: string, year: string | undefined) =>
    figures
      ? `${date}/${MONTHS.indexOf(month) + 1}${year === undefined ? '' : `/${year}`}`
      : `the ${date}th of ${month}${year === undefined ? '' : ` ${year}`}`;
  return sentence
    .replaceAll(LONG, (_, month: string, date: string, year: string | undefined) => day(date, month, year))
    .replaceAll(SHORT, (_, date: string, month: string, year: string | undefined) =>
      figures ? `${month} ${date}${year === undefined ? '' : `, ${year}`}` : day(date, month, year),
    )
    .replaceAll(/\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g, () =>
      next() < 0.5 ? 'yesterday' : 'this week',
    )
    .replaceAll(
      /(?<![\d.,:/])\b(\d{1,2})\b(?![\d.,:/%])/g,
      (all, figure: string) => UNITS[Number(figure)] ?? all,
    )
    .replaceAll(/\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g, (word) =>
      next() < 0.5 ? String(UNITS.indexOf(word)) : word,
    );
}
