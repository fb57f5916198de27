// biome-ignore lint/style/noRestrictedImports: this list of others is large, and only this page needs it
import { getPublicSuffix } from 'tldts';

/** Whether a host is one under which everybody can have their own: `co.uk`, `github.io`. By the Public Suffix List. */
export function isShared(host: string): boolean {
  return getPublicSuffix(host, { allowPrivateDomains: true }) === host;
}
