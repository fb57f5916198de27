import type { Span } from './assessment.ts';
import { cuesOf, shareOf } from './cues.ts';
import { CLAIM_CUES } from './english/claim.ts';
import type { ReadText } from './reading.ts';
import type { Token } from './tokens.ts';

/** How much a text states something checkable about health in general, and the words that say so. */
export function readClaim(tokens: readonly Token[], { text }: ReadText): { score: number; because: readonly Span[] } {
  const { sum, because } = cues(tokens);
  const health = tokens.some((token) => token.classes.has('ill') || token.classes.has('medical'));
  const share = text.includes('%') ? 1 : 0;
  return { score: shareOf(sum + share + (health ? 0 : -3) + BIAS), because };
}

const cues = cuesOf(CLAIM_CUES);
const BIAS = -1.55 - 1.2;
