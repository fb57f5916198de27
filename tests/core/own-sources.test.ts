import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwnHost, ownHostFrom, ownSourceFinder } from '../../src/core/own-sources.ts';

const SHARED = new Set(['co.uk', 'github.io', 'blogspot.com']);
const isShared = (host: string) => SHARED.has(host);

describe('what a reader types is the host', () => {
  it.each([
    ['clinic.example', 'clinic.example'],
    [' https://www.Clinic.Example:8443/about?x=1#y ', 'clinic.example'],
    ['www.clinic.example/', 'clinic.example'],
    ['patients.clinic.example', 'patients.clinic.example'],
    ['klinik-münchen.example', 'xn--klinik-mnchen-3ob.example'],
    ['someone.github.io', 'someone.github.io'],
    // What everybody copies from a feed.
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fclinic.example%2Flupus', 'clinic.example'],
  ])('%s', (typed, host) => {
    expect(ownHostFrom(typed, isShared)).toEqual({ host });
    expect(isOwnHost(host)).toBe(true);
  });
});

describe('what is no host of one body is refused', () => {
  it.each([
    ['', 'not-a-host'],
    ['our clinic', 'not-a-host'],
    ['com', 'not-a-host'],
    ['localhost', 'not-a-host'],
    ['192.168.0.1', 'not-a-host'],
    ['https://[::1]/', 'not-a-host'],
    ['javascript:alert(1)', 'not-a-host'],
    ['https://who.int@evil.example/', 'not-a-host'],
    [`${'a'.repeat(63)}.`.repeat(5), 'not-a-host'],
    ['x.com', 'site'],
    ['https://mobile.twitter.com/clinic', 'site'],
    ['t.co', 'site'],
    ['m.facebook.com', 'site'],
    ['fb.me', 'site'],
    ['co.uk', 'shared'],
    ['www.github.io', 'shared'],
  ])('%s: %s', (typed, problem) => {
    expect(ownHostFrom(typed, isShared)).toEqual({ problem });
  });

  it('a host that only looks like a site of ours is not', () => {
    expect(ownHostFrom('netflix.com', isShared)).toEqual({ host: 'netflix.com' });
  });
});

it('whatever is typed, a host that comes of it is one that can be stored, and finds its own address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain()), (typed) => {
      const result = ownHostFrom(typed, isShared);
      if (!('host' in result)) return;
      expect(isOwnHost(result.host)).toBe(true);
      expect(ownHostFrom(result.host, isShared)).toEqual(result);
      const source = { ...result, name: 'A clinic', kind: 'hospital' as const };
      expect(ownSourceFinder([source])(new URL(`https://${result.host}/`))).toBe(source);
    }),
  );
});
