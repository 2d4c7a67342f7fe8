import { expect, it } from 'vitest';
import { kindsOf } from './body-kinds.js';

const check = (names: readonly string[], sectors: Parameters<typeof kindsOf>[1], ...expected: string[]) =>
  it(`${names.join(', ')} ${sectors.join()}: ${expected.join(', ') || 'nothing'}`, () =>
    expect([...kindsOf(names, sectors)]).toEqual(expect.arrayContaining(expected)));

check(['World Trout Agency'], [], 'agency');
check(['Agency for Trout', 'Trout Union'], [], 'agency', 'union');
check(['Organization of Trout Fishers'], [], 'organisation');
check(['Trout Party'], ['PTY'], 'party');
check(['Upland Front'], ['REB'], 'front', 'group', 'rebel', 'militant');

it('a name of one word tells nothing', () => expect(kindsOf(['Union'], []).size).toBe(0));
it('a noun that is no kind of body tells nothing', () => expect(kindsOf(['Trout Fishers'], []).size).toBe(0));
