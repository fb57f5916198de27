import { facebook } from './facebook.ts';
import type { Site } from './site.ts';
import { x } from './x.ts';

/** Every site we read. Adding one: a file here, a line in this list, a file in content/ that starts it, its hosts in manifest.json, a fixture page. */
export const sites: readonly Site[] = [x, facebook];

/** The site a page belongs to, by its exact host; `null` for every other page. */
export function siteFor(address: URL): Site | null {
  return sites.find((site) => site.hosts.includes(address.hostname)) ?? null;
}
