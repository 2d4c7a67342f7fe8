import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { type Engine, loadEngine, readReport } from '../../pipeline.js';

let loaded: Engine | undefined;

const check = (text: string, ...expected: readonly string[]) =>
  it(text, () => {
    loaded ??= loadEngine();
    const { events } = readReport(reportFromText(text), loaded);
    const told = events.map(({ type, actors, recipients }) => {
      const [from, to] = [actors, recipients].map((all) => all.map(({ country }) => country).join('+'));
      return `${type} ${from} > ${to}`;
    });
    expect(told).toEqual(expected);
  });

describe('what an event is set in tells no second one', () => {
  check('Thousands of Nigerians marched in protest against Ghana.', 'PROTEST NGA > GHA');
  check("Peru's president met Chile's foreign minister at the G20 summit in Hamburg.", 'CONSULT PER > CHL');
  check(
    "Peru's president met Chile's foreign minister after talks with Brazil.",
    'CONSULT PER > CHL',
    'CONSULT PER > BRA',
  );
});

describe('whom people protest against may stand in what they protest for', () => {
  check(
    'Students in Lima went on strike, demanding reforms by the Peruvian government.',
    'PROTEST PER > PER',
    'REQUEST PER > PER',
  );
  check('Kenyan nurses went on strike over pay.', 'PROTEST KEN > ');
});
