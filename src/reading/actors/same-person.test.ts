import { describe, expect, it } from 'vitest';
import type { FoundName } from './person-names.js';
import { groupByPerson } from './same-person.js';

/** Names in text order, each as it is written; those of one person joined by `=`. */
function check(names: readonly string[], expected: readonly string[]): void {
  const found = names.map((name, index): FoundName => {
    const words = name.toLowerCase().split(' ');
    return {
      from: index,
      to: index + 1,
      head: index,
      words,
      role: null,
      former: false,
      country: null,
      sectors: [],
      bound: false,
      gender: null,
    };
  });
  const groups = groupByPerson(found).map((group) => group.map(({ from }) => names[from]).join(' = '));
  expect(groups).toEqual(expected);
}

describe('groupByPerson', () => {
  it('knows a surname again', () => check(['Ana Ruiz', 'Ruiz'], ['Ana Ruiz = Ruiz']));
  it('knows a surname before the whole name', () => check(['Ruiz', 'Ana Ruiz'], ['Ruiz = Ana Ruiz']));
  it('knows a family name that comes first', () => check(['Bai Lin', 'Bai'], ['Bai Lin = Bai']));
  it('keeps two of one surname apart', () => check(['Ana Ruiz', 'Luis Ruiz'], ['Ana Ruiz', 'Luis Ruiz']));
  it('gives a shared surname to the one named last', () =>
    check(['Ana Ruiz', 'Luis Ruiz', 'Ruiz'], ['Ana Ruiz', 'Luis Ruiz = Ruiz']));
  it('lets no namesake take over a surname that somebody is called by', () =>
    check(['Ana Ruiz', 'Ruiz', 'Ruiz', 'Luis Ruiz', 'Ruiz'], ['Ana Ruiz = Ruiz = Ruiz = Ruiz', 'Luis Ruiz']));
  it('joins a middle name and an initial', () =>
    check(['Ana M. Ruiz', 'Ana Ruiz', 'A. Ruiz'], ['Ana M. Ruiz = Ana Ruiz = A. Ruiz']));
});
