import { NAME_TYPES } from '../../document/document.js';

/**
 * What kind of thing a name or noun tells of, in the order of their numbers from 1: the types of names, the classes of
 * nouns, times, and proper nouns that no name was found for.
 */
export const SORTS = [...NAME_TYPES, 'group', 'land', 'town', 'time', 'proper'] as const;

/** The number of a sort. */
export function sortNumber(sort: (typeof SORTS)[number]): number {
  return 1 + SORTS.indexOf(sort);
}

export const PERSON = sortNumber('person');
export const PLACE = sortNumber('place');
export const PROPER = sortNumber('proper');
export const TIME = sortNumber('time');
export const ORGANISATION = sortNumber('organisation');
const BODIES = new Set(
  (['organisation', 'place', 'people', 'facility', 'group', 'land', 'town', 'proper'] as const).map(
    sortNumber,
  ),
);

/** Whether it can speak and act as one. */
export function isBodySort(sort: number): boolean {
  return BODIES.has(sort);
}
