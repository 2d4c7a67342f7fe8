import { describe, expect, it } from 'vitest';
import { findTokens } from './find-tokens.js';
import { wordLists } from './word-lists.js';

const tokensOf = (text: string) => {
  const { starts, ends } = findTokens(text, wordLists());
  return starts.map((start, index) => text.slice(start, ends[index]));
};
/** Tokens as they are expected, parted by spaces. */
const check = (text: string, expected: string) => expect(tokensOf(text).join(' '), text).toBe(expected);

describe('findTokens', () => {
  it('parts clitics from their word', () => {
    check("They don't, can't, won't.", "They do n't , ca n't , wo n't .");
    check("It's Jane’s, we’ve said; I'd go.", "It 's Jane ’s , we ’ve said ; I 'd go .");
    check("The parties' plan", "The parties ' plan");
    check('They cannot and are gonna.', 'They can not and are gon na .');
    check("DON'T", "DO N'T");
  });

  it('keeps apostrophes within a word', () => {
    check("O'Brien left Sana'a at five o'clock.", "O'Brien left Sana'a at five o'clock .");
    check("Shi'ite clerics, the Ba'ath party", "Shi'ite clerics , the Ba'ath party");
    check("in the '90s or 1990's, tell 'em", "in the '90s or 1990's , tell 'em");
  });

  it('parts compounds at the hyphen but for prefixes', () => {
    check('US-Russia ties, Iran-backed rebels', 'US - Russia ties , Iran - backed rebels');
    check('a non-permanent, re-elected ex-minister', 'a non-permanent , re-elected ex-minister');
    check('anti-Assad, mid-May, e-mail', 'anti-Assad , mid-May , e-mail');
    check('UN-led, U.S.-led', 'UN - led , U.S. - led');
    check('pre- and post-war', 'pre- and post-war');
  });

  it('keeps abbreviations and initials whole', () => {
    check('Mr. Roe, Gen. J. R. Doe', 'Mr. Roe , Gen. J. R. Doe');
    check('the U.S. and the U.N.', 'the U.S. and the U.N.');
    check('on Jan. 3 at 5 p.m.', 'on Jan. 3 at 5 p.m.');
    check('No. 10, but no.', 'No. 10 , but no .');
    check('a Ph.D. from M.I.T.', 'a Ph.D. from M.I.T.');
    check('It was Plan B. They left.', 'It was Plan B . They left .');
    check('the sun. On Sun. 4', 'the sun . On Sun. 4');
  });

  it('keeps numbers whole and parts signs and units from them', () => {
    check('1,250.5 or 3,000', '1,250.5 or 3,000');
    check('$200 billion, US$5m, €3.5bn, £10', '$ 200 billion , US$ 5 m , € 3.5 bn , £ 10');
    check('40% at 5pm, 10:30 GMT', '40 % at 5 pm , 10:30 GMT');
    check('the 15th, 1990s, 2/3, 9/11', 'the 15th , 1990s , 2/3 , 9/11');
    check('2015-16 and 10-2', '2015 - 16 and 10 - 2');
    check('2016-01-03, 713-555-0100', '2016-01-03 , 713-555-0100');
    check('In 2017. Ten', 'In 2017 . Ten');
  });

  it('keeps the symbols of documents whole', () => {
    check('draft S/2017/315 and A/RES/71/1.', 'draft S/2017/315 and A/RES/71/1 .');
    check('and/or', 'and / or');
  });

  it('keeps addresses, tags and handles whole', () => {
    check('See https://example.com/a?b=1, or www.un.org.', 'See https://example.com/a?b=1 , or www.un.org .');
    check('jane.doe@example.org wrote', 'jane.doe@example.org wrote');
    check('#PeaceNow @janedoe example.com', '#PeaceNow @janedoe example.com');
  });

  it('parts words where a space was lost after a full stop', () => {
    check('It ended.The envoy left.', 'It ended . The envoy left .');
    check('Mr.Roe', 'Mr. Roe');
  });

  it('takes runs of marks as one', () => {
    check('Well... no -- never!!! What?!', 'Well ... no -- never !!! What ?!');
    check("``Yes'' — he said…", "`` Yes '' — he said …");
    check('“«No»”', '“ « No » ”');
    check('• One', '• One');
  });

  it('keeps joined symbols together and splits no surrogate pair', () => {
    check('👍🏽👩‍👩‍👧🇫🇷☎️', '👍🏽 👩‍👩‍👧 🇫🇷 ☎️');
    check('𝔘𝔫𝔦', '𝔘𝔫𝔦');
  });

  it('makes tokens of control characters, and of nothing else that cannot be seen', () => {
    expect(tokensOf('a\u0000\u0001b \u00a0 c\u00adc')).toEqual(['a', '\u0000\u0001', 'b', 'c\u00adc']);
  });

  it('loses no character whatever the text holds', () => {
    let seed = 7;
    const pool = [...'ab Z.\'’-/@:#$%&("“”0 9,\n\u0000é😀ع_+=*<\\[]…', 'http://', 'www.', "n't", '\ud83d'];
    for (let round = 0; round < 300; round++) {
      let text = '';
      for (let part = 0; part < 40; part++) {
        seed = (seed * 48_271) % 2_147_483_647;
        text += pool[seed % pool.length];
      }
      expect(tokensOf(text).join(''), JSON.stringify(text)).toBe(text.replace(/\s+/gu, ''));
    }
  });
});
