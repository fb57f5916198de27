import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Post, SiteId } from '../../src/core/post.ts';

/** A page written by hand after what is known of a site's markup, one situation each, and the posts that are in it. */
export interface Fixture {
  readonly site: SiteId;
  readonly name: string;
  /** Where the site would serve it: the page's own `<link rel="canonical">`. */
  readonly address: string;
  readonly html: string;
  readonly posts: readonly Post[];
}

export const fixtures: readonly Fixture[] = [...fixturesOf('x'), ...fixturesOf('facebook')];

function fixturesOf(site: SiteId): readonly Fixture[] {
  const folder = join(import.meta.dirname, '../fixtures', site);
  const names = readdirSync(folder).filter((file) => file.endsWith('.html'));
  return names.sort().map((file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    const address = /<link rel="canonical" href="([^"]+)">/.exec(html)?.[1];
    if (address === undefined) {
      throw new Error(`tests/fixtures/${site}/${file} does not say where the site would serve it.
Put <link rel="canonical" href="https://…"> in its head.`);
    }
    const posts = JSON.parse(readFileSync(join(folder, file.replace(/\.html$/, '.json')), 'utf8')) as readonly Post[];
    return { site, name: file.replace(/\.html$/, ''), address, html, posts };
  });
}
