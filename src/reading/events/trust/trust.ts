import { readFileSync } from 'node:fs';
import { RapporteurError } from '../../../errors.js';
import { packagePath } from '../../../package-root.js';

/**
 * How much each sign speaks for an event's being told right.
 *
 * **Units** natural logarithms of odds; `least` is the share that must be right of those like it for an event to be
 * told at all.
 */
export interface Trust {
  readonly base: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly least: number;
}

const PATH = ['models', 'trust', 'weights.json'] as const;

let shipped: Trust | undefined;

/** The weights that ship with the package, read once. **Errors** `model.missing`, `model.malformed`. */
export function shippedTrust(): Trust {
  shipped ??= readTrust(packagePath(...PATH));
  return shipped;
}

/** **Errors** `model.missing`, `model.malformed`. */
export function readTrust(path: string): Trust {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new RapporteurError('model.missing', `No weights of trust at ${path}. Reinstall the package.`, {
      cause,
    });
  }
  const { base, weights, least } = JSON.parse(text) as Partial<Trust>;
  if (typeof base !== 'number' || typeof least !== 'number' || typeof weights !== 'object') {
    throw new RapporteurError(
      'model.malformed',
      `${path} has no base, weights or least. Make it again: see training/README.md.`,
    );
  }
  return { base, weights, least };
}

/** How likely an event with these signs is right in type, actor and recipient; 0 to 1. */
export function trustIn(signs: readonly string[], { base, weights }: Trust): number {
  let sum = base;
  for (const sign of signs) sum += weights[sign] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
