import { describe, expect, it } from 'vitest';
import { guardedLookup, mayBeAsked } from './address-guard.js';
import { checkAddress } from './network-failure.js';

describe('an address that may be asked', () => {
  const check = (address: string, isPublic: boolean, isPrivate = isPublic) =>
    it(`${address}: ${isPublic}`, () => {
      expect(mayBeAsked(address, { allowPrivate: false })).toBe(isPublic);
      expect(mayBeAsked(address, { allowPrivate: true })).toBe(isPrivate);
    });
  check('93.184.216.34', true);
  check('2606:4700::1111', true);
  check('127.0.0.1', false, true);
  check('127.255.255.254', false, true);
  check('10.1.2.3', false, true);
  check('172.31.0.1', false, true);
  check('192.168.0.1', false, true);
  check('::1', false, true);
  check('fc00::1', false, true);
  check('::ffff:127.0.0.1', false, true);
  check('0.0.0.0', false);
  check('169.254.169.254', false);
  check('fe80::1', false);
  check('::ffff:169.254.169.254', false);
  check('100.64.0.1', false);
  check('192.0.2.1', false);
  check('198.18.0.1', false);
  check('224.0.0.1', false);
  check('255.255.255.255', false);
  check('240.0.0.1', false);
  check('ff02::1', false);
  check('::', false);
  check('::127.0.0.1', false, true);
  check('64:ff9b::7f00:1', false);
  check('2002:7f00:1::', false);
  check('2001:db8::1', false);
  check('4000::1', false);
  check('localhost', false);
  check('', false);
});

describe('an address as it is written', () => {
  const refused = (address: string, says: RegExp) =>
    it(`${address} is refused`, () =>
      expect(() => checkAddress(address, address, { allowPrivate: false })).toThrow(says));
  refused('http://2130706433/', /127\.0\.0\.1 is no address of the public internet/);
  refused('http://0x7f.1/', /127\.0\.0\.1/);
  refused('http://0177.0.0.1/', /127\.0\.0\.1/);
  refused('http://[::ffff:127.0.0.1]/', /no address of the public/);
  refused('http://[::1]:8080/', /no address of the public/);
  refused('http://169.254.169.254/latest/meta-data', /no address of the public/);
  refused('file:///etc/passwd', /only http and https/);
  refused('ftp://example.org/', /only http and https/);
  refused('https://me:secret@example.org/', /name and password/);
  refused('https://', /no address/);

  it('never shows a password', () => {
    expect(() => checkAddress('https://me:secret@example.org/', 'x', { allowPrivate: false })).not.toThrow(
      /secret/,
    );
  });
});

it('names that lead to this machine only are not connected to', async () => {
  const lookUp = guardedLookup({ allowPrivate: false });
  const found = await new Promise((resolve) =>
    lookUp('localhost', { all: true }, (error, addresses) => resolve(error ?? addresses)),
  );
  expect(found).toMatchObject({ code: 'input.refused' });
});
