import { tokenAt } from '../../../document/tree.js';
import type { Event } from '../../contract.js';
import { type Setting, signsOf } from './signs.js';
import { type Trust, trustIn } from './trust.js';

/**
 * The events with how likely each is right, read off all its signs. What they speak too much against is left out: a
 * reader who finds every other event wrong believes none.
 */
export function trusted(events: readonly Event[], setting: Setting, trust: Trust | null): readonly Event[] {
  if (trust === null) return events;
  return events.flatMap((event) => {
    const head = tokenAt(setting.doc, event.cue.start);
    const likely = trustIn(signsOf({ event, head }, setting), trust);
    return likely < trust.least ? [] : [{ ...event, confidence: Math.round(100 * likely) / 100 }];
  });
}
