import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { columnsDocument, type NamedGold } from '../../evaluation/entity-gold.js';
import type { NameWords } from '../../src/language/names/name-words.js';

const TYPES: Readonly<Record<string, string>> = {
  PER: 'person',
  ORG: 'organization',
  FIN: 'organization',
  LOC: 'place',
  PRO: 'object',
};
const NAMED = new Set(['NAM', 'PRE.NAM']);
/** Sentences beyond this are not annotated. */
const LAST_SENTENCE = 5;

/** Named entity mentions of MEANTIME's reports, as documents without tags. */
export function readMeantimeNames(folder: string, words: NameWords): NamedGold[] {
  return filesUnder(folder).map((file) => {
    const xml = readFileSync(file, 'utf8');
    const sentences: { form: string; tag: string }[][] = [];
    const places = new Map<string, { form: string; tag: string }>();
    for (const [, sentence, id, form] of xml.matchAll(
      /<token number="\d+" sentence="(\d+)" t_id="(\d+)">([^<]*)</g,
    )) {
      if (Number(sentence) > LAST_SENTENCE) continue;
      const row = { form: form!.replaceAll('&amp;', '&'), tag: 'O' };
      const rows = sentences[Number(sentence)] ?? [];
      rows.push(row);
      sentences[Number(sentence)] = rows;
      places.set(id!, row);
    }
    const types = entityTypes(xml);
    for (const [, head, body] of xml.matchAll(/<ENTITY_MENTION ([^>]*)>([\s\S]*?)<\/ENTITY_MENTION>/g)) {
      const type = TYPES[types.get(/m_id="(\d+)"/.exec(head!)?.[1] ?? '') ?? ''];
      if (type === undefined || !NAMED.has(/syntactic_type="([^"]*)"/.exec(head!)?.[1] ?? '')) continue;
      const rows = [...body!.matchAll(/t_id="(\d+)"/g)].flatMap((anchor) => places.get(anchor[1]!) ?? []);
      if (rows.some((row) => row.tag !== 'O')) continue;
      rows.forEach((row, index) => {
        row.tag = `${index === 0 ? 'B' : 'I'}-${type}`;
      });
    }
    return columnsDocument(
      sentences.filter((rows) => rows !== undefined),
      words,
    );
  });
}

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return path.endsWith('.xml') ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** The type of each mention, by the entity that it refers to. */
function entityTypes(xml: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [tag] of xml.matchAll(/<ENTITY [^>]*>/g)) {
    const id = /m_id="(\d+)"/.exec(tag)?.[1];
    const type = /ent_type="([A-Z]+)"/.exec(tag)?.[1];
    if (id !== undefined && type !== undefined) entities.set(id, type);
  }
  const types = new Map<string, string>();
  for (const [, body] of xml.matchAll(/<REFERS_TO[^>]*>([\s\S]*?)<\/REFERS_TO>/g)) {
    const type = entities.get(/<target m_id="(\d+)"/.exec(body!)?.[1] ?? '');
    if (type === undefined) continue;
    for (const source of body!.matchAll(/<source m_id="(\d+)"/g)) types.set(source[1]!, type);
  }
  return types;
}
