import { openEntries } from './entries.ts';
import { openLexicon } from './lexicon.ts';
import { type Named, namesIn } from './mentions.ts';
import type { Sections } from './sections.ts';
import { openTypos } from './typos.ts';
import type { Words } from './words.ts';

/** What finds the names in a text: the parts of the index that it takes, opened together. */
export type Names = (words: Words) => Named;

export function openNames(sections: Sections): Names {
  const lexicon = openLexicon(sections.get('LEX2'));
  const entries = openEntries(sections.get('ENTR'));
  const typos = openTypos(sections.get('TYPO'));
  return (words) => namesIn(words, lexicon, entries, typos);
}
