import type { SourceRecord } from './records.ts';
import type { SourceKind } from './source.ts';
import { hostOf, targetOf } from './url.ts';

/** A host that the reader has put on a list of their own: it and every host below it is a source of that name and kind. */
export interface OwnSource {
  /** In lower case, in punycode, without `www.`. */
  readonly host: string;
  readonly name: string;
  readonly kind: SourceKind;
}

/** What an own source's id begins with; no id of the list has a colon. */
const OWN = 'own:';

export function idOfOwn({ host }: Pick<OwnSource, 'host'>): string {
  return OWN + host;
}

export function isOwn(id: string): boolean {
  return id.startsWith(OWN);
}

/** All there is to say of an own source: nobody but the reader vouches for it. */
export function recordOfOwn(source: OwnSource): SourceRecord {
  return {
    id: idOfOwn(source),
    name: source.name,
    kind: source.kind,
    country: 'ZZ',
    languages: [],
    scope: '',
    home: `https://${source.host}/`,
    evidence: [],
    checked: null,
    funding: null,
  };
}

/** Why a host can not be an own source. */
export type HostProblem =
  | 'not-a-host'
  /** Everybody can have a page below it: `co.uk`, `github.io`. */
  | 'shared'
  /** One of the sites we read: everything on it would be a source. */
  | 'site';

/**
 * The host of what a reader typed: a host, or the address of any page of it.
 * Which hosts belong to many is known to a list that core does not have: `isShared`.
 *
 *     ownHostFrom('https://www.Example-Clinic.org/about', isShared)  // { host: 'example-clinic.org' }
 *     ownHostFrom('github.io', isShared)                             // { problem: 'shared' }
 */
export function ownHostFrom(
  typed: string,
  isShared: (host: string) => boolean,
): { readonly host: string } | { readonly problem: HostProblem } {
  const address = targetOf(typed);
  const host = address && hostOf(address);
  if (host === null || !HOST.test(host) || host.length > LONGEST_HOST) return { problem: 'not-a-host' };
  if (isOfSite(host)) return { problem: 'site' };
  return isShared(host) ? { problem: 'shared' } : { host };
}

/** Whether a stored host has the form in which `ownHostFrom` gives it. */
export function isOwnHost(host: string): boolean {
  return HOST.test(host) && host.length <= LONGEST_HOST && !host.startsWith('www.') && !isOfSite(host);
}

/** The own source that an address is of: the one with the longest host. */
export function ownSourceFinder(own: readonly OwnSource[]): (address: URL) => OwnSource | undefined {
  if (own.length === 0) return () => undefined;
  const byHost = new Map(own.map((source) => [source.host, source]));
  return (address) => {
    for (let host = hostOf(address); host.includes('.'); host = host.slice(host.indexOf('.') + 1)) {
      const source = byHost.get(host);
      if (source !== undefined) return source;
    }
    return undefined;
  };
}

const LONGEST_HOST = 253;

/** Two labels at least; the last one no number, as it is in an IP address. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;

const SITES = ['x.com', 'twitter.com', 't.co', 'facebook.com', 'fb.com', 'fb.me'];

function isOfSite(host: string): boolean {
  return SITES.some((site) => host === site || host.endsWith(`.${site}`));
}
