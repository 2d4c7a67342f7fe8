import { type LookupAddress, lookup as lookUp } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { RapporteurError } from '../../errors.js';

/** Which addresses may be asked. */
export interface Allowed {
  /** Also those of private networks and of this machine; never those where clouds keep their metadata. */
  readonly allowPrivate: boolean;
}

const PRIVATE = new Set(['loopback', 'private', 'uniqueLocal']);

/**
 * Whether an address of the network may be asked: one of the public internet, no loopback, private, link-local (where
 * clouds keep their metadata), multicast, reserved or translated one, nor an IPv4 one of these dressed as IPv6.
 */
export function mayBeAsked(address: string, { allowPrivate }: Allowed): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  const range = plain.range();
  if (allowPrivate && PRIVATE.has(range)) return true;
  if (range !== 'unicast') return false;
  // Whatever nobody has given out is not the internet: all that has been given out begins with 001.
  return plain instanceof ipaddr.IPv4 || (plain.parts[0]! & 0xe000) === 0x2000;
}

/** Looks names up and keeps only addresses that may be asked, so that nothing else is ever connected to. */
export function guardedLookup(allowed: Allowed): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return callback(error, '', 0);
      const safe = found.filter(({ address }) => mayBeAsked(address, allowed));
      if (safe.length === 0) return callback(refused(hostname, found[0]?.address ?? 'nowhere'), '', 0);
      if (options.all === true) callback(null, safe);
      else callback(null, safe[0]!.address, safe[0]!.family);
    });
  };
}

/** What is said where an address leads into a private network. */
export function refused(host: string, address: string): RapporteurError {
  const where = host === address ? address : `${host} (${address})`;
  return new RapporteurError(
    'input.refused',
    `${where} is no address of the public internet and was not asked. If it is a server in your own network, name --allow-private.`,
  );
}
