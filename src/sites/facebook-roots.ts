import type { PostKind } from '../core/post.ts';
import { elementOf, elementsIn, holds, inDocumentOrder, MAX_CLIMB, outermostWithout, precedes } from './elements.ts';
import { bareCommentOf, bareCommentsIn } from './facebook-comments.ts';
import {
  ARTICLE,
  BODY,
  COMMENT,
  ENTRY,
  FEED,
  HEADING,
  MESSAGE,
  NAME,
  NOT_A_FEED,
  NUMBERED,
  POST,
  SIGN,
} from './facebook-selectors.ts';
import { closestTo, remembered } from './still.ts';

/**
 * Where posts begin and end on Facebook, whose markup has had a new container for them every year.
 *
 *     2022  div[role=article][aria-posinset]          2025  div[aria-posinset], no role
 *     2025  div[role=article], no posinset (groups)   2026  plain boxes and nothing else
 *
 * So a root is found from what is in it: from a header or a text up to the container that holds the post.
 * A plain box is a post when it is the smallest that holds a header and a text or the buttons under it.
 *
 * A post in a post (shared, or one of "8 friends wrote on …") is the largest box around its header that holds no other
 * header and no words of the outer post: the picture or the link of a shared post stands above its header.
 *
 * A comment says what it is by its role and label; those that do not are found in facebook-comments.ts.
 */

const LOADING = 'loading-state';
const ANCHOR = `${POST}, ${COMMENT}, ${NAME}, ${MESSAGE}`;

export function rootsIn(scope: Element | Document): readonly Element[] {
  const roots = new Set<Element>(bareCommentsIn(scope));
  const posts = new Set<Element>();
  // What came can be a post shared in one that was there, with no sign of it but a heading.
  const around = scope instanceof Element ? containerOf(scope) : null;
  if (around !== null && !isSkeleton(around) && noFeedAround(around) === null) posts.add(around);
  for (const anchor of signsIn(scope, ANCHOR)) {
    const owner = noFeedAround(anchor) === null ? ownerOf(anchor) : null;
    if (owner?.matches(COMMENT)) roots.add(owner);
    else if (owner) posts.add(owner);
  }
  for (const post of posts) for (const root of [post, ...sharedIn(post)]) roots.add(root);
  return inDocumentOrder([...roots].filter((root) => holds(scope, root)));
}

export function rootOf(node: Node): Element | null {
  const element = elementOf(node);
  const owner = element && noFeedAround(element) === null ? ownerOf(element) : null;
  if (!element || !owner || owner.matches(COMMENT)) return owner;
  return sharedIn(owner).find((box) => box.contains(element)) ?? owner;
}

/** What a root is, and what in it is its own. */
export interface Anatomy {
  readonly kind: PostKind;
  /** Who wrote it, and where: the first is that of the root itself, the others are those of posts shared in it. */
  readonly headers: readonly Element[];
  /** Finds what belongs to the root itself, and not to a post shared in it or a comment under it. */
  parts(selector: string): readonly Element[];
  /** The same for what says by a sign of its own what it is (SIGN). */
  signs(selector: string): readonly Element[];
  /** Its own links, and what looks like one. */
  links(): readonly Element[];
}

export const anatomyOf = remembered((root: Element): Anatomy | null => {
  const kind = kindOf(root);
  if (kind === null) return null;
  const headers = headersIn(root);
  const others = kind === 'comment' ? [] : [...sharedIn(root), ...bareCommentsIn(root)];
  const isIn = (part: Element) => (kind === 'comment' ? isBare(part, root) : isOf(root, part));
  const isOwn = (part: Element) => part !== root && isIn(part) && !others.some((other) => other.contains(part));
  let links: readonly Element[] | null = null;
  return {
    kind,
    headers,
    parts: (selector) => elementsIn(root, selector).filter(isOwn),
    signs: (selector) => signsIn(root, selector).filter(isOwn),
    links() {
      links ??= elementsIn(root, 'a').filter(isOwn);
      return links;
    },
  };
});

function kindOf(root: Element): PostKind | null {
  if (noFeedAround(root) !== null) return null;
  if (bareCommentOf(root) === root) return 'comment';
  const owner = ownerOf(root);
  if (owner !== root) return owner !== null && sharedIn(owner).includes(root) ? 'quoted' : null;
  if (root.matches(COMMENT)) return 'comment';
  return root.parentElement !== null && ownerOf(root.parentElement) !== null ? 'quoted' : 'post';
}

const headersIn = remembered((root: Element): readonly Element[] => {
  const names = signsIn(root, NAME).filter((name) => isOf(root, name) && !isInside(NAME, name));
  if (names.length > 0) return names;
  return elementsIn(root, HEADING).filter(
    (heading) =>
      isOf(root, heading) && !isInside(`a, ${HEADING}, ${MESSAGE}`, heading) && heading.querySelector('a[href]') !== null,
  );
});

function isInside(selector: string, element: Element): boolean {
  return (element.parentElement?.closest(selector) ?? null) !== null;
}

/** The boxes of the posts that a post shows in itself. */
const sharedIn = remembered((post: Element): readonly Element[] => {
  const headers = headersIn(post);
  const next = headers[1];
  if (next === undefined || post.matches(COMMENT)) return [];
  const words = signsIn(post, MESSAGE).find((message) => isOf(post, message) && precedes(message, next));
  return headers.slice(1).map((header) => {
    const others = headers.filter((other) => other !== header);
    return outermostWithout(header, post, words === undefined ? others : [...others, words]);
  });
});

/** Whether an element belongs to that root or to a post shared in it, and to no comment, other post, composer or dialog below it. */
function isOf(root: Element, element: Element): boolean {
  return isBare(element, root) && (root.matches(`${COMMENT}, ${POST}, ${FEED}`) || frameOf(element) === frameOf(root));
}

/** The comment, or the outer one of the posts, that an element is in. */
const ownerOf = remembered((element: Element): Element | null => {
  const comment = commentOf(element);
  const post = postOf(element);
  return comment === null || (post !== null && comment !== post && comment.contains(post)) ? post : comment;
});

function commentOf(element: Element): Element | null {
  const comment = commentAround(element);
  if (comment === null) return bareCommentOf(element);
  return isSkeleton(comment) ? null : comment;
}

/** The post that an element is in, the outer one when it is in a shared one. */
function postOf(element: Element): Element | null {
  const container = containerOf(element);
  if (container !== null) return isSkeleton(container) ? null : container;
  return plainPostOf(element) ?? dialogOf(element);
}

function containerOf(element: Element): Element | null {
  return numberedAround(element) ?? articleAround(element);
}

/** What stands in the place of a post until it is loaded. Loading states deeper down are those of comments. */
const isSkeleton = remembered((container: Element): boolean => {
  for (let child = container.firstElementChild; child !== null; child = child.nextElementSibling) {
    if (child.getAttribute('data-visualcompletion') === LOADING) return true;
  }
  return false;
});

/** The plain box of the post that an element is in: the outer one, whose header comes first. */
function plainPostOf(element: Element): Element | null {
  const frame = frameOf(element);
  if (frame === null) return null;
  return plainPostsIn(frame).find((box) => box.contains(element)) ?? null;
}

const plainPostsIn = remembered((frame: Element): readonly Element[] => {
  // Of a whole feed only what stands in none of its entries. Most names are in a post that says so, which is soon found.
  const names = elementsIn(frame, NAME).filter((name) => isBare(name, frame) && frameOf(name) === frame);
  return names.flatMap((name, at) => {
    const box = plainBoxOf(name, frame);
    return box === null || names.slice(0, at).some((earlier) => box.contains(earlier)) ? [] : [box];
  });
});

/** The part of the page to look for posts in: the entry of the feed that an element is in, or the whole feed. */
const frameOf = remembered((element: Element): Element | null => {
  let frame: Element | null = null;
  for (
    let next = frameAround(element);
    next !== null;
    next = next.parentElement === null ? null : frameAround(next.parentElement)
  ) {
    if (next.matches(FEED)) return frame ?? next;
    frame = next;
  }
  return frame;
});

/** The smallest box that holds a header and a text or the buttons of a post. */
function plainBoxOf(name: Element, frame: Element): Element | null {
  const bodies = bodiesIn(frame);
  let box: Element | null = name;
  for (let climbed = 0; box !== null && climbed < MAX_CLIMB; climbed++) {
    if (box === frame && !frame.matches(ENTRY)) return null;
    if (bodies.some((part) => holds(box as Element, part))) return box;
    if (box === frame) return null;
    box = box.parentElement;
  }
  return null;
}

const bodiesIn = remembered((frame: Element): readonly Element[] =>
  signsIn(frame, BODY).filter((part) => part !== frame && frameOf(part) === frame),
);

/** A dialog that shows one post in boxes without any sign of it but its text. */
function dialogOf(element: Element): Element | null {
  const dialog = element.closest('[role="dialog"]');
  const message = dialog?.querySelector(MESSAGE);
  if (!dialog || !message || !isBare(message, dialog)) return null;
  return plainPostOf(message) === null ? dialog : null;
}

/** Whether nothing within `frame` says what an element belongs to. */
function isBare(element: Element, frame: Element): boolean {
  return boundaryOf(element)?.contains(frame) ?? true;
}

const boundaryOf = closestTo(`${COMMENT}, ${POST}, ${FEED}, ${NOT_A_FEED}`);
const noFeedAround = closestTo(NOT_A_FEED);
const commentAround = closestTo(COMMENT);
const numberedAround = closestTo(NUMBERED);
const articleAround = closestTo(ARTICLE);
const frameAround = closestTo(`${ENTRY}, ${FEED}`);

/** The elements at or below `scope` that match, of those with a sign: they are looked for once. */
function signsIn(scope: Element | Document, selector: string): readonly Element[] {
  return allSignsIn(scope).filter((element) => element.matches(selector));
}

const allSignsIn = remembered((scope: Element | Document) => elementsIn(scope, SIGN));
