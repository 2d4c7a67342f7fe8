import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { CopyBook } from './copy-book.js';
import { packSketch, unpackSketch } from './sketch.js';

const WIRE = [
  'Rebels in the northern highlands seized the mining town of Karvia on Monday after two days of heavy fighting.',
  'At least 14 soldiers and three villagers were killed, a hospital director in the provincial capital said.',
  'The government accused a neighbouring kingdom of arming the insurgents and recalled its ambassador for consultations.',
  'Thousands of families fled along the only paved road towards the coast, aid workers reported.',
  'The United Nations Security Council will hold an emergency session on the crisis on Thursday.',
];

/** What each of some texts repeats, by its place: "0 whole", "0 part 2 part"; published a day after another. */
function check(texts: readonly string[], expected: readonly string[]): void {
  const book = new CopyBook();
  const reports = texts.map((text, day) =>
    reportFromText(text, { published: `2020-01-${String(day + 1).padStart(2, '0')}`, publisher: `P${day}` }),
  );
  const places = new Map(reports.map(({ id }, place) => [id, place]));
  const news = book.add(
    reports.map((report) => ({ id: report.id, day: report.published, sketch: book.sketch(report) })),
  );
  const told = new Map(news.map((one) => [one.report, one.copies]));
  expect(
    reports.map(({ id }) =>
      told
        .get(id)!
        .map((one) => `${places.get(one.original)} ${one.kind}`)
        .join(' '),
    ),
  ).toEqual(expected);
}

describe('copies', () => {
  it('are known in spite of another headline, a sentence less and a word more', () =>
    check(
      [
        WIRE.join(' '),
        `Fighting in the north\n\n${WIRE.slice(0, 4).join(' ').replace('heavy', 'very heavy')}`,
      ],
      ['', '0 whole'],
    ));

  it('are known when words are exchanged for others of their kind', () =>
    check(
      [
        'Russia deployed fresh troops near the Ukrainian border on 12 April 2021, NATO officials said. The alliance urged Moscow to halt the build-up and begin talks. Germany and France called for restraint from all parties to the conflict.',
        'The Russian Federation deployed fresh soldiers near the Ukrainian border on April 12, NATO representatives stated. The alliance asked Moscow to stop the build-up and start negotiations. Germany and France appealed for restraint from all parties to the war.',
      ],
      ['', '0 whole'],
    ));

  it('are known when sentences stand in another order', () =>
    check([WIRE.join(' '), WIRE.toReversed().join(' ')], ['', '0 whole']));

  it('are traced to every report that one is stitched from', () => {
    const other = [
      'The central bank of Velania raised its main interest rate to nine per cent on Friday.',
      'Inflation in the island republic reached its highest point in three decades last month.',
      'Unions announced a general strike over food prices for the first week of March.',
      'The finance minister blamed speculators abroad and promised a budget without new taxes.',
    ];
    const stitched = [WIRE[1], other[0], WIRE[2], other[2], WIRE[3], other[3]].join(' ');
    check([WIRE.join(' '), other.join(' '), stitched], ['', '', '0 part 1 part']);
  });

  it('are no reports that only quote the same words', () => {
    const quote =
      '"We will never accept that foreign soldiers decide the fate of our people and of our children," the president said.';
    check(
      [
        `The parliament in Tarsk rejected a treaty on foreign bases on Tuesday by a wide margin. ${quote} Opposition leaders left the chamber before the ballot and spoke of a show trial.`,
        `Crowds gathered outside the presidential palace late in the evening, waving flags and singing. ${quote} Shops in the old quarter stayed closed, and the harbour was guarded by marines.`,
      ],
      ['', ''],
    );
  });

  it('are no reports of one event by two newsrooms', () =>
    check(
      [
        'A ferry with 180 people aboard capsized off the southern coast of Mirandia early on Sunday. Rescuers pulled 96 survivors from the water before nightfall, the coast guard said.',
        'Dozens are feared dead after a passenger ship overturned in rough seas near Mirandia. The coast guard reported 96 people rescued; the vessel carried more than allowed, according to the harbour master.',
      ],
      ['', ''],
    ));

  it('do not hang on the line below every report of a newsroom', () => {
    const below =
      'For more news and analysis visit our website, follow our channels and sign up for the daily briefing by email.';
    check(
      [
        `Farmers blocked the motorway to the border with tractors on Wednesday morning. ${below}`,
        `A museum of glass opened in the former brewery of the river town of Lunz. ${below}`,
      ],
      ['', ''],
    );
  });

  it('are found again from sketches that were kept', () => {
    const book = new CopyBook();
    const report = reportFromText(WIRE.join(' '), { publisher: 'A' });
    const sketch = book.sketch(report);
    expect(unpackSketch(packSketch(sketch))).toEqual(sketch);
    book.load([{ id: report.id, day: '2020-01-01', bytes: packSketch(sketch) }]);
    const copy = reportFromText(WIRE.join(' '), { publisher: 'B' });
    const [news] = book.add([{ id: copy.id, day: '2020-01-02', sketch: book.sketch(copy) }]);
    expect(news?.copies).toEqual([{ original: report.id, share: 1, kind: 'whole' }]);
    expect(news?.sentences.map(({ start, end }) => copy.text.slice(start, end))).toEqual(WIRE);
  });
});
