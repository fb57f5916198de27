import type { Post } from '../core/post.ts';

/**
 * Whether a post could be labelled at all. What is stopped here never leaves the page, so this must let through every post
 * that the engine would label.
 *
 * It holds by the definition of the labels: a label needs words that tell an experience, words that state a claim, or a
 * source, and a source is reached by a link, by words, or by an identifier, which has letters or digits. A post with neither
 * letter nor digit nor link (a picture, emoji, a row of dots) has none of them.
 *
 * A small index of the signs that the engine asks for belongs here, when there is one.
 */
export function couldBeLabelled(post: Post): boolean {
  return post.links.length > 0 || /[\p{L}\p{N}]/u.test(post.text);
}
