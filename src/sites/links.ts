import type { Link } from '../core/post.ts';
import { remembered } from './still.ts';

/**
 * The links of one post: each target once, at the place where it was first seen, and no more than MAX_LINKS.
 * A text link and the card that previews it are one link.
 */
export function linkList(): LinkList {
  const all = new Map<string, Link>();
  return {
    add(href, place) {
      if (!all.has(href) && all.size < MAX_LINKS) all.set(href, { href, place });
    },
    all: () => [...all.values()],
  };
}

export interface LinkList {
  add(href: string, place: Link['place']): void;
  all(): readonly Link[];
}

export const MAX_LINKS = 200;

/** What finds where an anchor leads, seen from a page; `null` when that is no web address. */
export function addressesSeenFrom(page: string): (anchor: Element) => URL | null {
  return remembered((anchor) => {
    const href = anchor.getAttribute('href');
    if (href === null || href.length > MAX_ADDRESS) return null;
    try {
      const address = new URL(href, page);
      return address.protocol === 'https:' || address.protocol === 'http:' ? address : null;
    } catch {
      return null;
    }
  });
}

/** The words of an anchor, as far as they can be an address; '' when they are too long to be one. */
export function wordsOf(anchor: Element): string {
  const words = anchor.textContent ?? '';
  return words.length > MAX_ADDRESS ? '' : words.trim();
}

const MAX_ADDRESS = 4096;

/**
 * Whether words spell an address: `who.int`, `https://www.nhs.uk/conditions/…`, and not `Dr. Okafor`, `@who`, `me@clinic.example`.
 * They need not be all of it: both sites cut long addresses.
 */
export function isAddress(words: string): boolean {
  return (
    words.length <= MAX_ADDRESS &&
    /^(?:[a-z][a-z0-9+.-]{1,9}:\/\/)?(?:[^\s/@:?#.]+\.)+[^\s/@:?#.]{2,}(?:[/?#:]\S*)?$/i.test(words)
  );
}

/**
 * Whether a link to the site itself was put there by the author, and not by the site: somebody typed its address.
 * A mention reads `@who`, a hashtag `#lupus`, a tagged page `World Health Organization`.
 */
export function isTyped(words: string): boolean {
  return words.includes('/') && isAddress(words);
}

/** An address without some of its parameters; the others stay as they are written. */
export function withoutParameters(address: URL, isUnwanted: (name: string) => boolean): string {
  const parameters = address.search.slice(1).split('&');
  const kept = parameters.filter((parameter) => !isUnwanted(parameter.split('=', 1)[0] as string));
  if (kept.length === parameters.length) return address.href;
  const cleaned = new URL(address);
  cleaned.search = kept.join('&');
  return cleaned.href;
}
