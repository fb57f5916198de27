import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** A sentence has at least so many words; with less, a text is a name. */
const FEWEST_WORDS = 5;

/**
 * The grade of a US school at which texts are read, by the formula of Flesch and Kincaid.
 * Of their sentences: a heading or the name of a button would only make a text seem easier than it is.
 */
export function gradeOf(texts: readonly string[]): number {
  const sentences = sentencesOf(texts);
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}

export function sentencesOf(texts: readonly string[]): readonly string[] {
  const sentences = [...new Set(texts)].flatMap((text) => text.split(/(?<=[.!?:])\s+/));
  return sentences.filter((sentence) => wordsIn(sentence).length >= FEWEST_WORDS);
}

export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
}
