import { describe, expect, it } from 'vitest';
import { engine } from '../../../test/examples.js';
import { reportOf } from '../../../test/report-of.js';
import { readReport } from '../../pipeline.js';
import type { Reading } from '../contract.js';

const read = (text: string, title: string | null = null): Reading =>
  readReport({ ...reportOf(text, title), published: '2021-03-10', publishedBasis: 'given' }, engine());

/** Each event of a type as its cue and those of its other tellings. */
const cues = (reading: Reading, type: string): string[][] =>
  reading.events
    .filter((event) => event.type === type)
    .map(({ cue, alsoAt }) => [cue, ...alsoAt].map(({ text }) => text));

describe('one event', () => {
  const check = (title: string, type: string, text: string, headline: string | null, count: number) =>
    it(title, () => {
      const found = cues(read(text, headline), type);
      expect(found).toHaveLength(1);
      expect(found[0]).toHaveLength(count);
    });

  check(
    'is told in the headline and below',
    'COERCE',
    'Chile arrests Peruvian general\n\nChilean police arrested a Peruvian general in Arica on Tuesday.',
    'Chile arrests Peruvian general',
    2,
  );
  check(
    'is taken up again with the same matter',
    'SANCTION',
    'Norway imposed sanctions on Belarus over the election on Monday. Oslo had prepared for weeks. ' +
      'Norway imposed the sanctions on Belarus after the election was called rigged.',
    null,
    2,
  );
});

describe('two events', () => {
  const check = (title: string, type: string, text: string) =>
    it(title, () => {
      const found = cues(read(text), type);
      expect(found).toHaveLength(2);
      expect(found.flat()).toHaveLength(2);
    });

  check(
    'differ in place',
    'ASSAULT',
    'Russia bombed a hospital in Aleppo on Monday. Russia bombed a hospital in Idlib on Monday.',
  );
  check(
    'differ in day',
    'ASSAULT',
    'Russia bombed a hospital in Aleppo on Monday. Russia bombed a hospital in Aleppo on Tuesday.',
  );
  check(
    'differ in toll',
    'ASSAULT',
    'Rebels killed four soldiers near Gao in an ambush. Rebels killed nine soldiers near Gao in an ambush.',
  );
  check(
    'differ in whom they hit',
    'SANCTION',
    'Norway imposed sanctions on Belarus over the election. Norway imposed sanctions on Russia over the election.',
  );
  check(
    'are set apart by their words',
    'ASSAULT',
    'Rebels attacked the barracks in Gao. In another raid, rebels attacked the barracks in Gao again.',
  );
  check(
    'are two sayings of one speaker about different things',
    'ACCUSE',
    'France condemned Russia over the prison camps. France condemned Russia over its pipeline.',
  );
});

describe('a merged event', () => {
  const reading = read(
    'US, Britain and France strike Syria\n\nThe United States launched air strikes on Syria on Tuesday near Homs.',
    'US, Britain and France strike Syria',
  );
  const [event] = reading.events.filter(({ type }) => type === 'ASSAULT');

  it('has what any of its tellings says', () => {
    expect(event?.actors.map(({ country }) => country).sort()).toEqual(['FRA', 'GBR', 'USA']);
    expect(event?.when).toMatchObject({ start: '2021-03-09', basis: 'published' });
  });

  it('cuts its cues from the text', () => {
    for (const { start, end, text } of event!.alsoAt)
      expect(reading.report.text.slice(start, end)).toBe(text);
  });

  it('is the one that stances point to', () => {
    const { statements, disputes, events } = read(
      'Russia condemns Norway over base\n\nRussia condemned Norway on Tuesday over the base, saying it was a threat.',
      'Russia condemns Norway over base',
    );
    const known = new Set(events.map(({ id }) => id));
    const linked = [
      ...statements.flatMap(({ stance }) => stance.map((one) => one.event)),
      ...disputes.map((one) => one.event),
    ].filter((id) => id !== null);
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.filter((id) => !known.has(id))).toEqual([]);
  });
});
