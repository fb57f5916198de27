import { shareOf } from './cues.ts';
import type { Token } from './tokens.ts';

/** How much a text is about human health at all: by how many different words of illness and medicine it has. */
export function readHealth(tokens: readonly Token[]): number {
  const ill = new Set<string>();
  const medical = new Set<string>();
  for (const token of tokens) {
    if (token.classes.has('ill')) ill.add(token.word);
    else if (token.classes.has('medical')) medical.add(token.word);
  }
  return shareOf(1.2 * Math.min(ill.size, 3) + 0.8 * Math.min(medical.size, 3) - 1);
}
