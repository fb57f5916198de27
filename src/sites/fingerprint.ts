/**
 * A short name for what a post says, for posts to which the page gives no identity of their own:
 * the same whenever the site draws the same author, words and links again.
 * 53 bits (cyrb53): among a thousand posts on a page, two of which would share a name once in 10¹⁰ pages.
 */
export function fingerprintOf(...parts: readonly string[]): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (const part of parts) {
    for (let at = 0; at <= part.length; at++) {
      // The end of each part counts too, so that 'ab', 'c' and 'a', 'bc' differ.
      const unit = at < part.length ? part.charCodeAt(at) : 0x10000;
      low = Math.imul(low ^ unit, 2654435761);
      high = Math.imul(high ^ unit, 1597334677);
    }
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return ((high >>> 0) * 2 ** 21 + ((low >>> 0) >>> 11)).toString(36);
}
