import { actorSpans } from './actor-spans.js';
import { attribution } from './attribution.js';
import { circumstances } from './circumstances.js';
import { claims } from './claims.js';
import { contradictions } from './contradictions.js';
import { copies } from './copies.js';
import { coreference } from './coreference.js';
import { councilReports } from './council-reports.js';
import { disputes } from './disputes.js';
import { dyadShocks } from './dyad-shocks.js';
import { entities } from './entities.js';
import { events } from './events.js';
import { falseAlarms } from './false-alarms.js';
import { gsr } from './gsr.js';
import { headlines } from './headlines.js';
import { incidents } from './incidents.js';
import { incidentsMeantime } from './incidents-meantime.js';
import { parse, segmentation } from './parse.js';
import { places } from './places.js';
import { pronounSources } from './pronoun-sources.js';
import { readings } from './readings.js';
import { registry } from './registry.js';
import { relations } from './relations.js';
import { speakers } from './speakers.js';
import { stance } from './stance.js';
import type { Task } from './task.js';
import { time } from './time.js';
import { wild } from './wild.js';

/** Every task, one file each. */
export const TASKS: readonly Task[] = [
  entities,
  time,
  copies,
  councilReports,
  coreference,
  speakers,
  pronounSources,
  actorSpans,
  attribution,
  circumstances,
  claims,
  stance,
  disputes,
  contradictions,
  gsr,
  places,
  parse,
  segmentation,
  headlines,
  incidents,
  incidentsMeantime,
  dyadShocks,
  registry,
  relations,
  events,
  falseAlarms,
  readings,
  wild,
];
