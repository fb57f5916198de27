import type { Post } from '../core/post.ts';
import { siteFor } from '../sites/index.ts';
import type { Site } from '../sites/site.ts';

// What `npm run pages` puts into a page's hidden world: the adapters' own code, and nothing of ours beside it.

/** What the adapters say about the page. */
export interface Reading {
  /** Whether the page is one that is read at all. */
  readonly reads: boolean;
  readonly posts: readonly Post[];
}

export function reading(): Reading {
  const posts = rootsWithPosts().map(({ post }) => post);
  return { reads: siteHere()?.readsPage(new URL(location.href)) ?? false, posts };
}

/** Which of the posts of `reading` a node belongs to; -1 when it is in none. */
export function postAt(node: Node): number {
  const root = siteHere()?.rootOf(node);
  return rootsWithPosts().findIndex((each) => each.root === root);
}

function rootsWithPosts(): readonly { readonly root: Element; readonly post: Post }[] {
  const site = siteHere();
  if (!site) return [];
  return site.rootsIn(document).flatMap((root) => {
    const post = site.read(root);
    return post ? [{ root, post }] : [];
  });
}

function siteHere(): Site | null {
  return siteFor(new URL(location.href));
}
