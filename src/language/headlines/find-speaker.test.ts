import { describe, expect, it } from 'vitest';
import { findSpeaker } from './find-speaker.js';

/** `front | tail | verb kind`, or null. */
function check(headline: string, expected: string | null): void {
  const words = headline.split(' ');
  const found = findSpeaker(words);
  const textOf = (places: readonly number[]) => places.map((at) => words[at]).join(' ');
  const shown =
    found && `${textOf(found.front)} | ${textOf(found.tail)} | ${found.verb.kind} ${found.verb.at}`;
  expect(shown).toBe(expected);
}

describe('findSpeaker', () => {
  it('finds who says so at the end', () =>
    check('Talks fail , envoy says', 'Talks fail | envoy says | finite 1'));
  it('turns an inverted speaker round', () =>
    check('Talks fail , says Malian envoy', 'Talks fail | Malian envoy says | finite 2'));
  it('takes "told" for a passive', () =>
    check('Bridge unsafe , inquiry told', 'Bridge unsafe | inquiry told | passive 1'));
  it('leaves the marks of a quote out', () =>
    check("' We lost , ' says mayor", 'We lost | mayor says | finite 1'));
  it('finds a verb with an addressee after a quote', () =>
    check('" Enough , " nurses tell mayor', 'Enough | nurses tell mayor | finite 1'));
  it('sees no speaker in a second deed', () => check('Rebels shell port , sink ferry', null));
  it('sees no speaker without a comma or quote', () => check('Chad envoy says', null));
  it('sees none where there is nothing said', () => check(', says', null));
  it('is not put off by nothing', () => check('', null));
});
