import type { Span } from './assessment.ts';
import { cuesOf, shareOf } from './cues.ts';
import { EXPERIENCE_CUES } from './english/experience.ts';
import type { Token } from './tokens.ts';

/**
 * How much a text tells of lived experience, the author's own or that of somebody close
 * (the literature calls this a *personal health mention*), and the words that say so.
 */
export function readExperience(tokens: readonly Token[]): { score: number; carer: number; because: readonly Span[] } {
  const { sum, because } = cues(tokens);
  const told = tokens.some((token) => token.classes.has('me'));
  const ill = tokens.some((token) => token.classes.has('ill'));
  return {
    score: shareOf(sum + (told ? 0 : NOBODY_TELLS) + (ill ? 0 : NOTHING_NAMED) + BIAS),
    carer: shareOf(kinWeight(tokens)),
    because,
  };
}

const cues = cuesOf(EXPERIENCE_CUES);
/** A mark needs more than even odds: a wrong one costs more than a missing one. */
const BIAS = -1.7;
const NOBODY_TELLS = -3.6;
/** Without a word of illness or treatment there is nothing to have lived through. */
const NOTHING_NAMED = -4;

/** Whether the words of illness stand nearer to somebody close than to the author. */
function kinWeight(tokens: readonly Token[]): number {
  let kin = 0;
  let me = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.classes.has('kin') && tokens.slice(Math.max(0, at - 3), at).some((one) => one.word === 'my' || one.word === 'our'))
      kin += 3;
    else if (OTHERS.has(token.word)) kin += 0.7;
    else if (token.word === 'i' || token.word.startsWith("i'")) me += 1;
  }
  return kin === 0 ? -1 : kin - me - 0.5;
}

const OTHERS: ReadonlySet<string> = new Set(['he', 'she', 'his', 'her', 'him', "he's", "she's"]);
