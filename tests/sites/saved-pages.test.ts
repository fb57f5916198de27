// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/core/post.ts';
import { facebook } from '../../src/sites/facebook.ts';
import { COMMENT } from '../../src/sites/facebook-selectors.ts';
import { sites } from '../../src/sites/index.ts';

// Saved pages of both sites, beside the project and no part of it. The counts were made by reading each page's structure.
const FOLDER = join(import.meta.dirname, '../../../shared/pages');

interface Count {
  readonly post: number;
  readonly quoted?: number;
  readonly comment?: number;
  /** Roots with no words and no links: pictures and videos alone, stickers, the frame around several posts. */
  readonly wordless?: number;
  readonly ads?: number;
  readonly truncated?: number;
}

const PAGES: Readonly<Record<string, Count>> = {
  'facebook-2022-01-photo-viewer-no-posts': { post: 0 },
  'facebook-2022-04-home': { post: 1, comment: 1 },
  // Seven units: four with words (one of them in a plain quote), two pictures, and one that frames three friends' posts.
  'facebook-2024-03-profile-7-posts': { post: 4, quoted: 3, comment: 5, wordless: 4 },
  'facebook-2025-11-permalink-10-comments': { post: 1, comment: 10, truncated: 1 },
  'facebook-2026-01-group-feed': { post: 1, truncated: 1 },
  // It begins below the root of its post.
  'snippet-facebook-2021-10-sponsored': { post: 0, comment: 2 },
  'snippet-facebook-2025-04-group-post': { post: 1 },
  'snippet-facebook-2025-05-group-post': { post: 1 },
  'snippet-x-2024-external_url_1': { post: 1 },
  'snippet-x-2024-external_url_2': { post: 1 },
  'snippet-x-2024-external_url_3': { post: 1 },
  'snippet-x-2024-general_posts_1': { post: 1 },
  'snippet-x-2024-poll_1': { post: 1 },
  'snippet-x-2024-quotation_1': { post: 1, quoted: 1 },
  'snippet-x-2024-quotation_2': { post: 1, quoted: 1 },
  'snippet-x-2024-video_1': { post: 1 },
  'snippet-x-2025-10-link-card': { post: 1 },
  'x-2024-12-home-14-posts-3-ads': { post: 13, quoted: 1, wordless: 1, ads: 3, truncated: 1 },
  'x-2025-05-profile-2-posts-logged-out': { post: 2 },
  'x-2025-11-profile-10-posts-zh': { post: 10, truncated: 2 },
};

const absent = existsSync(FOLDER) ? '' : ' (left out: the saved pages are not beside the project, in ../shared/pages)';

describe.skipIf(absent !== '')(`a saved page${absent}`, () => {
  it.each(Object.entries(PAGES))(
    '%s has %o',
    (name, count) => {
      const page = new DOMParser().parseFromString(readFileSync(join(FOLDER, `${name}.html`), 'utf8'), 'text/html');
      for (const site of sites) {
        const roots = site.rootsIn(page);
        const posts = roots.map((root) => site.read(root)).filter((post): post is Post => post !== null);
        const of = (kind: Post['kind']) => posts.filter((post) => post.kind === kind).length;
        const found = {
          post: of('post'),
          quoted: of('quoted'),
          comment: of('comment'),
          wordless: roots.length - posts.length,
          ads: posts.filter((post) => post.promoted).length,
          truncated: posts.filter((post) => post.truncated).length,
        };
        const none = { post: 0, quoted: 0, comment: 0, wordless: 0, ads: 0, truncated: 0 };
        expect(found, site.id).toEqual(name.includes(`${site.id}-`) ? { ...none, ...count } : none);
        expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
        // What looks like posts is mostly read: of a page that is, the reader is not told that it is not.
        const shapes = name.includes(`${site.id}-`) ? site.shapesIn(page) : [];
        const read = shapes.filter((shape) => roots.includes(site.rootOf(shape) as Element));
        expect(read.length * 2, `${read.length} of ${shapes.length}`).toBeGreaterThanOrEqual(
          shapes.length < 4 ? 0 : shapes.length,
        );
      }
    },
    60_000,
  );

  it.each(Object.keys(PAGES).filter((name) => PAGES[name]?.comment))(
    '%s has the same comments when they do not say what they are',
    (name) => {
      const page = new DOMParser().parseFromString(readFileSync(join(FOLDER, `${name}.html`), 'utf8'), 'text/html');
      const read = () => facebook.rootsIn(page).map((root) => facebook.read(root));
      const before = read();
      for (const comment of page.querySelectorAll(COMMENT)) comment.removeAttribute('role');
      expect(read()).toEqual(before);
    },
    60_000,
  );
});
