import type { Assessment, Citation, Mention } from './assessment.ts';
import { citationsIn } from './citations.ts';
import { openGate } from './gate.ts';
import { labelsFor } from './label.ts';
import { isEnglish } from './language.ts';
import type { Named } from './mentions.ts';
import { openNames } from './names.ts';
import { ownSourceFinder } from './own-sources.ts';
import type { Post } from './post.ts';
import { createReader, type Readings } from './reading.ts';
import { openRetractions } from './retractions.ts';
import { openSections } from './sections.ts';
import { type Choices, DEFAULT_SETTINGS } from './settings.ts';
import { isAlwaysMedical } from './source.ts';
import { openSourceIndex } from './source-index.ts';
import { wordReader } from './text.ts';

/** The door into core: a post in, all that is found in it out. Never throws for a post. */
export type Engine = (post: Post) => Assessment;

/**
 * An engine over the bytes of `data/generated/index.bin` and `reader.bin`, for a reader's choices. Nothing is parsed or copied:
 * other choices are another engine. Throws when the bytes are damaged or of another format.
 */
export function createEngine(index: Uint8Array, reader: Uint8Array, choices: Choices = DEFAULT_SETTINGS): Engine {
  const sections = openSections(index);
  const namesIn = openNames(sections);
  const sources = openSourceIndex(sections.get('SRCS'));
  const retractions = openRetractions(sections.get('RETR'));
  const read = createReader(reader, choices.strictness);
  const { couldTell } = openGate(sections.get('GATE'));
  const wordsOf = wordReader();
  const ownList = { find: ownSourceFinder(choices.ownSources), muted: new Set(choices.mutedSources) };

  return (post) => {
    const words = wordsOf(post.text);
    const named = namesIn(words);
    const readings = isEnglish(post.text, post.language) ? read({ text: post.text, words, ...named }) : NOT_READ;
    // What the gate in the page would stop is not labelled here either.
    const { experience, claim } = couldTell(words) ? readings : NOT_READ;
    const citations = citationsIn(post, named.sources, claim !== null, sources, retractions, ownList);
    const health = readings.health || citations.some(isMedicalPage);
    return {
      id: post.id,
      labels: labelsFor({ health, experience, claim, citations, truncated: post.truncated, promoted: post.promoted }),
      health,
      experience,
      claim,
      citations,
      mentions: experience === null && claim === null ? named.mentions : withFaint(named),
    };
  };
}

/** With the weak names that only the reading of the text makes count, in the order of the text. */
function withFaint({ mentions, faint }: Named): readonly Mention[] {
  return [...mentions, ...faint].sort((one, other) => one.start - other.start);
}

/**
 * A page of a reference work or a health agency is about health, whatever few words stand beside its link.
 * Their front pages are not: people put them under anything. Under a text about health one is a link to the body all the same.
 */
function isMedicalPage({ how, where, kind }: Citation): boolean {
  return isAlwaysMedical(kind) && (how !== 'link' || new URL(where).pathname.length > 1) && how !== 'card' && how !== 'account';
}

/** A text in a language that the readers do not know: not assessed. */
const NOT_READ: Pick<Readings, 'health' | 'experience' | 'claim'> = { health: false, experience: null, claim: null };
