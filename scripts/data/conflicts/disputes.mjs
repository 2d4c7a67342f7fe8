/** Militarised interstate disputes, a row for each two states on opposite sides and each stretch of years. */
import { readCsv } from '../council/sources.mjs';
import { readStates, spells } from './states.mjs';

const HOSTILITY = { 1: 'none', 2: 'threat', 3: 'display', 4: 'use', 5: 'war' };

/** Deaths in battle of a side; its classes are the source's. */
const FATALITIES = {
  0: '0',
  1: '1-25',
  2: '26-100',
  3: '101-250',
  4: '251-500',
  5: '501-999',
  6: '1000+',
  '-9': '',
};

export const DISPUTE_HEADER =
  'one,other,from,to,hostility-one,hostility-other,fatalities-one,fatalities-other,first,id';

/** **Source** Gibler, Miller and Little (2016), version 2.2.1. */
export function disputeRows(folder, data) {
  const { codeOf, left } = readStates(data);
  const disputes = new Map();
  for (const row of readCsv(folder, 'gml_dirdisp.csv')) {
    // The material has each two states both ways round.
    if (Number(row.ccode1) > Number(row.ccode2)) continue;
    const pairs = disputes.get(row.dispnum) ?? new Map();
    const key = `${row.ccode1} ${row.ccode2}`;
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
    disputes.set(row.dispnum, pairs);
  }
  const end = Math.max(...[...disputes.values()].flatMap((pairs) => [...pairs.values()].flat().map(year)));
  const found = [];
  let skipped = 0;
  for (const pairs of disputes.values()) {
    for (const rows of pairs.values()) {
      const [row] = rows;
      const ways = [1, 2].map((side) => ({
        code: codeOf(row[`ccode${side}`], year(row)),
        hostility: HOSTILITY[Number(row[`hostlev${side}`])],
        fatalities: FATALITIES[Number(row[`fatality${side}`])],
        first: Number(row[`sidea${side}`]) === 1,
      }));
      if (ways.some(({ code }) => code === null)) {
        skipped++;
        continue;
      }
      const [one, other] = ways.sort((a, b) => (a.code < b.code ? -1 : 1));
      const stretches = spells(rows.map(year));
      // Months are the dispute's: a dyad's own only where the dispute has no other.
      const isWhole = pairs.size === 1;
      stretches.forEach(([from, to], at) => {
        const isOpen = to === end && Number(row.ongo2010) === 1;
        found.push([
          one.code,
          other.code,
          isWhole && at === 0 ? month(from, row.stmon) : from,
          isOpen ? `${to}+` : isWhole && at === stretches.length - 1 ? month(to, row.endmon) : to,
          one.hostility,
          other.hostility,
          one.fatalities,
          other.fatalities,
          one.first ? one.code : other.code,
          Number(row.dispnum),
        ]);
      });
    }
  }
  return { rows: found, left, skipped };
}

function year(row) {
  return Number(row.year);
}

/** Some months of the material are no months: then the year alone. */
function month(year, text) {
  const number = Number(text);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : year;
}
