import { describe, expect, it } from 'vitest';
import { reportFromText } from '../../intake/index.js';
import { analyse } from '../analyse.js';
import { type LanguageModel, loadLanguageModel } from '../model.js';

let model: LanguageModel | undefined;

function namesIn(text: string): string[] {
  model ??= loadLanguageModel();
  return analyse(reportFromText(text), model).names.map(({ text: name }) => name);
}

describe('partNames', () => {
  it.each([
    ["Iran's Majlis impeached the minister.", ['Iran', 'Majlis']],
    ['Zarif and Mogherini announced the deal.', ['Zarif', 'Mogherini']],
    ['Britain and the EU negotiated for weeks.', ['Britain', 'EU']],
    ["Ukraine's SBU arrested a suspect.", ['Ukraine', 'SBU']],
  ])('%s', (text, names) => expect(namesIn(text)).toEqual(names));

  it('leaves what is one name', () =>
    expect(namesIn('The Department of Health and Human Services sued the firm.')).toEqual([
      'Department of Health and Human Services',
    ]));
});
