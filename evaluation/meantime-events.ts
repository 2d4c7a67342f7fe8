import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../src/document/span.js';
import { readMeantimeText } from './time-gold.js';
import { attributes } from './xml.js';

/** An event as MEANTIME marks it in one report. */
export interface GoldMention extends Range {
  readonly report: string;
  /** The event in the world, the same id in every report. */
  readonly instance: string;
}

export interface GoldReport {
  readonly name: string;
  readonly topic: string;
  readonly text: string;
  readonly published: string | null;
  readonly mentions: readonly GoldMention[];
}

/** The reports of MEANTIME's annotation across documents, with the mentions of every event that is marked. */
export function readMeantimeEvents(folder: string): GoldReport[] {
  const root = join(folder, 'intra_cross-doc_annotation');
  return readdirSync(root)
    .sort()
    .flatMap((topic) =>
      readdirSync(join(root, topic))
        .sort()
        .map((file) => readReport(topic, file, readFileSync(join(root, topic, file), 'utf8'))),
    );
}

function readReport(topic: string, name: string, xml: string): GoldReport {
  const { text, published, spans } = readMeantimeText(xml);
  const marked = new Map<string, Range>();
  for (const [, head, body] of xml.matchAll(/<EVENT_MENTION ([^>]*)>([\s\S]*?)<\/EVENT_MENTION>/g)) {
    const anchors = [...body!.matchAll(/t_id="(\d+)"/g)].flatMap((anchor) => spans.get(anchor[1]!) ?? []);
    const [first] = anchors;
    if (first !== undefined)
      marked.set(attributes(head!).get('m_id')!, { start: first.start, end: anchors.at(-1)!.end });
  }
  const instances = new Map<string, string>();
  for (const [, head] of xml.matchAll(/<EVENT ([^>]*)>/g)) {
    const at = attributes(head!);
    instances.set(at.get('m_id')!, at.get('instance_id') || `${name} ${at.get('m_id')}`);
  }
  const mentions: GoldMention[] = [];
  for (const [, body] of xml.matchAll(/<REFERS_TO [^>]*>([\s\S]*?)<\/REFERS_TO>/g)) {
    const target = /<target m_id="(\d+)"/.exec(body!)?.[1];
    const instance = instances.get(target ?? '');
    if (instance === undefined) continue;
    for (const [, source] of body!.matchAll(/<source m_id="(\d+)"/g)) {
      const span = marked.get(source!);
      if (span !== undefined) mentions.push({ ...span, report: name, instance });
    }
  }
  return { name, topic, text, published, mentions };
}
