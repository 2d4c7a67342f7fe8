import type { Actor } from '../../reading/contract.js';
import { dayOfEvent, type ExportedEvent } from './exported-event.js';

/** An event as a PLOVER record. **Source** PLOVER's manual, draft of 4 February 2024. */
export function ploverRecord(one: ExportedEvent): Record<string, unknown> {
  const { event, report, text } = one;
  const { place } = event;
  return {
    id: event.id,
    date: dayOfEvent(one),
    source: report.publisher,
    url: report.url,
    headline: report.title,
    text,
    event: event.type,
    mode: event.mode,
    context: event.contexts,
    quad: event.quad,
    score: event.score,
    auxiliary: event.auxiliary,
    standing: event.standing,
    actor: event.actors.map(party),
    recipient: event.recipients.map(party),
    location:
      place === null
        ? null
        : {
            name: place.name,
            country: place.country,
            lat: place.latitude,
            lon: place.longitude,
            type: place.kind,
          },
    dead: event.dead,
    injured: event.injured,
    confidence: event.confidence,
    coder: event.by,
  };
}

function party({ name, country, sectors, title, id, mention }: Actor): Record<string, unknown> {
  return { actorText: mention.text, resolved: name, country, sector: sectors, title, wikidata: id };
}
