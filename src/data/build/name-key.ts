import { wordsOf } from '../../core/text.ts';

/** What two names have in common when a scan cannot tell them apart: the hashes of their words. Empty for no words. */
export function nameKey(name: string): string {
  const words = wordsOf(name);
  return Array.from({ length: words.count }, (_, word) => `${words.hashA[word]}.${words.hashB[word]}`).join(' ');
}

export function wordCount(name: string): number {
  return wordsOf(name).count;
}
