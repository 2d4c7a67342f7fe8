import { RapporteurError } from '../../errors.js';

/** What is known of a report from a row of a table or a record. */
export type Field = 'title' | 'text' | 'published' | 'publisher' | 'url';

/** Which column or key holds which field; what is not named is guessed. */
export type ColumnMap = Readonly<Partial<Record<Field, string>>>;

/** Usual names, likeliest first, in lower case and without anything but letters and digits. */
const USUAL: Readonly<Record<Field, readonly string[]>> = {
  title: ['title', 'headline', 'head', 'heading', 'articletitle', 'subject'],
  text: [
    'text',
    'body',
    'content',
    'fulltext',
    'articlebody',
    'articletext',
    'bodytext',
    'maintext',
    'contenttext',
    'article',
    'story',
    'storytext',
    'description',
    'summary',
    'abstract',
    'snippet',
  ],
  published: [
    'published',
    'publishedat',
    'publisheddate',
    'publishdate',
    'publicationdate',
    'datepublished',
    'pubdate',
    'date',
    'datetime',
    'timestamp',
    'datepublish',
    'articledate',
    'day',
    'dateadded',
    'created',
    'createdat',
  ],
  publisher: [
    'publisher',
    'source',
    'sourcename',
    'publication',
    'outlet',
    'newspaper',
    'sitename',
    'site',
    'journal',
    'media',
    'sourcecommonname',
    'domain',
  ],
  url: ['url', 'link', 'href', 'permalink', 'sourceurl', 'articleurl', 'weburl', 'documentidentifier'],
};

export const FIELDS = Object.keys(USUAL) as readonly Field[];

/**
 * The mapping that `text=body,title=headline` stands for. A comma parts two fields only where another field follows, so
 * that names may hold commas.
 *
 * **Errors** `usage`.
 */
export function parseColumnMap(given: readonly string[]): ColumnMap {
  const map: Partial<Record<Field, string>> = {};
  const part = new RegExp(`,(?=\\s*(?:${FIELDS.join('|')})\\s*=)`);
  for (const pair of given.flatMap((text) => text.split(part))) {
    const at = pair.indexOf('=');
    const field = pair.slice(0, at).trim().toLowerCase();
    const column = pair.slice(at + 1).trim();
    if (at < 1 || column === '' || !isField(field)) {
      throw new RapporteurError(
        'usage',
        `"${pair}" maps nothing. Write FIELD=COLUMN, such as text=body,title=headline; fields are ${FIELDS.join(', ')}.`,
      );
    }
    map[field] = column;
  }
  return map;
}

function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}

/** How well a name fits a field: 0 best, null not at all. */
function rank(field: Field, name: string): number | null {
  const at = USUAL[field].indexOf(name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  return at < 0 ? null : at;
}

/** The names among these that may hold a field, likeliest first. */
export function candidates(field: Field, names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, rank: rank(field, name) }))
    .filter((one) => one.rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ name }) => name);
}

/** Where each field stands among the columns of a table. **Errors** `input.malformed`, without the table's name. */
export function placeColumns(names: readonly string[], map: ColumnMap): Partial<Record<Field, number>> {
  const places: Partial<Record<Field, number>> = {};
  for (const field of FIELDS) {
    const wanted = map[field];
    const name = wanted === undefined ? candidates(field, names)[0] : sameName(names, wanted);
    if (wanted !== undefined && name === undefined) {
      throw new RapporteurError(
        'input.malformed',
        `has no column "${wanted}", which --map names for ${field}. Its columns are ${names.slice(0, 30).join(', ')}.`,
      );
    }
    if (name !== undefined) places[field] = names.indexOf(name);
  }
  if (places.text === undefined && places.title === undefined) {
    throw new RapporteurError(
      'input.malformed',
      `has no column that is known to hold a report's text. Its columns are ${names.slice(0, 30).join(', ')}; name one with --map text=COLUMN.`,
    );
  }
  return places;
}

function sameName(names: readonly string[], wanted: string): string | undefined {
  return (
    names.find((name) => name === wanted) ?? names.find((name) => name.toLowerCase() === wanted.toLowerCase())
  );
}

/** Whether the first line of a file reads like the head of a table of reports. */
export function isTableHead(names: readonly string[]): boolean {
  const found = FIELDS.filter((field) => candidates(field, names).length > 0);
  return found.length >= 2 && (found.includes('text') || found.includes('title'));
}
