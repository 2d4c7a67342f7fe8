import { paging, words } from '../parameters.js';
import { route } from '../route.js';
import { searchPage } from '../schemas.js';

export const SEARCH = route({
  address: '/api/search',
  tag: 'search',
  summary: 'Reports that hold all of some words, those with the words in the title first, then the newest',
  query: { ...paging, q: words.describe('The words, parted by spaces.') },
  answer: searchPage,
  run: ({ query: { q, ...rest }, service }) =>
    service.look((desk) => desk.search(q.trim().split(/\s+/), rest)),
});
