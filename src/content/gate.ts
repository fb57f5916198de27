import { type Gate, openGate } from '../core/gate.ts';
import { type OwnSource, ownSourceFinder } from '../core/own-sources.ts';
import type { Post } from '../core/post.ts';
import { targetOf } from '../core/url.ts';

/** Whether a post could be labelled at all, by the list and by the reader's own sources. */
export type PostGate = (post: Post, ownSources: readonly OwnSource[]) => boolean;

/**
 * The gate of a page: what it stops never leaves the page. Its index (core/gate.ts), in Base64, is asked for with the first post
 * and held in memory; until it is there, and where it cannot be had, every post with a word or a link passes.
 */
export function pageGate(index: () => Promise<string | null>): PostGate {
  let gate: Gate | null = null;
  let tries = 0;
  let isAsked = false;

  async function open(): Promise<void> {
    isAsked = true;
    tries += 1;
    try {
      const text = await index();
      if (text) gate = openGate(bytesFrom(text));
    } catch {
      // The background was away, or is damaged.
    }
    isAsked = false;
  }

  return (post, ownSources) => {
    if (!gate && !isAsked && tries < MOST_TRIES) void open();
    return (gate?.couldBeLabelled(post) ?? saysSomething(post)) || leadsToOwn(post, ownSources);
  };
}

const MOST_TRIES = 3;

function bytesFrom(base64: string): Uint8Array {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

function saysSomething({ text, links }: Post): boolean {
  return links.length > 0 || /[\p{L}\p{N}]/u.test(text);
}

function leadsToOwn({ links }: Post, ownSources: readonly OwnSource[]): boolean {
  if (ownSources.length === 0) return false;
  const ownerOf = ownSourceFinder(ownSources);
  return links.some(({ href }) => {
    const target = targetOf(href);
    return target !== null && ownerOf(target) !== undefined;
  });
}
