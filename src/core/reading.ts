import type { Experience, Mention, Reading } from './assessment.ts';
import { readClaim } from './claim.ts';
import { readExperience } from './experience.ts';
import { readHealth } from './health.ts';
import type { Sign } from './signs.ts';
import type { Words } from './text.ts';
import { tokensOf } from './tokens.ts';

/** A text in a language that the readings know, and what was found in it before. */
export interface ReadText {
  readonly text: string;
  readonly words: Words;
  readonly mentions: readonly Mention[];
  readonly signs: readonly Sign[];
  readonly hasLink: boolean;
  readonly citesRecognised: boolean;
}

/** What the readings of a text came to. A reading below its threshold is `null`; its score is kept all the same. */
export interface Readings {
  readonly health: boolean;
  readonly experience: Experience | null;
  readonly claim: Reading | null;
  readonly scores: Scores;
}

/** 0 to 1 each. `carer` says how much an experience is that of somebody the author cares for. */
export interface Scores {
  readonly health: number;
  readonly experience: number;
  readonly claim: number;
  readonly carer: number;
}

/** Reads a text: is it about health, does it tell of lived experience, does it state something checkable? */
export function readText(text: ReadText): Readings {
  const tokens = tokensOf(text);
  const health = readHealth(tokens);
  const experience = readExperience(tokens);
  const claim = readClaim(tokens, text);
  return {
    health: health >= THRESHOLD.health,
    experience:
      experience.score < THRESHOLD.experience
        ? null
        : { score: experience.score, because: experience.because, voice: experience.carer >= 0.5 ? 'carer' : 'patient' },
    claim: claim.score < THRESHOLD.claim ? null : { score: claim.score, because: claim.because },
    scores: { health, experience: experience.score, claim: claim.score, carer: experience.carer },
  };
}

const THRESHOLD = { health: 0.5, experience: 0.5, claim: 0.5 } as const;
