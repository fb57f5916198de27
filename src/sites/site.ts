import type { Post, SiteId } from '../core/post.ts';

/**
 * What we know about one site's pages. An adapter reads; it never writes to the page.
 *
 * A *root* is the element that holds one post: the article of a post, a comment, or the box of a quoted post.
 * Roots can be nested (a quote in a post, a comment under it); `read` leaves nested roots out.
 */
export interface Site {
  readonly id: SiteId;
  /** Exact host names. */
  readonly hosts: readonly string[];
  /** False on the pages that are left alone: messages, settings, composers and the like. */
  readsPage(address: URL): boolean;
  /** The roots at or below `scope`, in document order, each once. */
  rootsIn(scope: Element | Document): readonly Element[];
  /** The innermost root that `node` belongs to; `null` outside of posts. */
  rootOf(node: Node): Element | null;
  /** The post of a root; `null` when it holds none: a skeleton, an "unavailable" notice, a post with no words and no links. */
  read(root: Element): Post | null;
  /**
   * Elements that look like the words of a post, by signs that the others do not go by: where hardly any of them is in a root, the
   * site has changed and we have not.
   */
  shapesIn(scope: Document): readonly Element[];
  /** Where in the root a badge can stand without moving or covering anything. */
  slotOf(root: Element): Slot;
}

/**
 * The free place for a badge: in the row of `row`, behind the end of `row`'s content and before `until`.
 *
 *     [avatar] Name @handle · 2h   ······free······   [Grok] […]
 *              └────── row ─────┘                     └─ until ─┘
 */
export interface Slot {
  /**
   * The element whose first child the badge's host becomes: there no growing of the post moves it. It contains the other two.
   * X draws the box of a quoted post as one `role=link`, so a badge in it has to keep its own events to itself.
   */
  readonly parent: Element;
  /** Whose content the badge stands behind; `null` when the post has no such row. */
  readonly row: Element | null;
  /** What the badge stays before, at the end of the row; `null`: the parent's edge. */
  readonly until: Element | null;
  /** Where a badge can stand when the row is full: left out when the post is drawn without such a place. */
  readonly column?: Column;
}

/**
 * The free place under a picture that stands beside a post's text:
 *
 *     [head]  Name @handle · 2h  [Grok] […]
 *      free   Text of the post, which goes on
 *      free   for some lines.
 *             └─ beside
 */
export interface Column {
  readonly head: Element;
  /** What the column is beside. Where this begins under the head, there is no column. */
  readonly beside: Element;
}
