import { avalanche } from './avalanche.ts';
import { hashesOf } from './words.ts';

/**
 * Which name of one long word was meant, when one letter of it is wrong, missing, too many, or two have changed places.
 *
 * Two words that differ so become the same when the right letter is taken out of each. So for every name its letters and
 * all its forms with one letter less are kept, not themselves but as bits of a Bloom filter (Bloom 1970). A word that shares none with any
 * name, as nearly every word does, is done with after as many look-ups as it has letters; only for the others every
 * correction is tried.
 *
 *     fibromyalga ─ as it is: is one of the forms of fibromyalgia  ┐
 *     fibromyalgja ─ without its j: likewise                        ├ perhaps a typo ─ which corrections are names? exactly one: that
 *     fibromyaglia ─ without its g: likewise                       ┘
 */
export interface Typos {
  /**
   * The one name that the word is a typo of, as folded letters; `null` when it is none, is a name itself, or could be two.
   * `isName` says whether folded letters are a name that may be mistyped.
   */
  correctionOf(letters: string, isName: (letters: string) => boolean): string | null;
}

/** Shorter names are left alone: too many words are near them. */
export const SHORTEST_FORGIVEN = 10;

const BITS_A_FORM = 10;
const LOOKS = 4;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** The filter over the names' folded letters; the same for the same names in any order. */
export function encodeTypos(names: Iterable<string>): Uint8Array {
  const long = Array.from(names).filter((name) => name.length >= SHORTEST_FORGIVEN);
  const forms = new Set(long.flatMap((name) => [name, ...shortened(name)]));
  const bytes = new Uint8Array(Math.max(8, Math.ceil((forms.size * BITS_A_FORM) / 8)));
  for (const form of forms)
    for (const bit of bitsOf(form, bytes.length * 8)) bytes[bit >> 3] = (bytes[bit >> 3] as number) | (1 << (bit & 7));
  return bytes;
}

/** Opens what `encodeTypos` made, without copying. */
export function openTypos(bytes: Uint8Array): Typos {
  function isForm(letters: string): boolean {
    return bitsOf(letters, bytes.length * 8).every((bit) => ((bytes[bit >> 3] as number) & (1 << (bit & 7))) !== 0);
  }

  return {
    correctionOf(letters, isName) {
      if (letters.length < SHORTEST_FORGIVEN - 1 || !/^[a-z]+$/.test(letters)) return null;
      if (isName(letters) || (!isForm(letters) && !shortened(letters).some(isForm))) return null;
      const meant = new Set(corrections(letters).filter((form) => form.length >= SHORTEST_FORGIVEN && isName(form)));
      const [only] = meant;
      return meant.size === 1 && only !== undefined ? only : null;
    },
  };
}

/** Every form of a word with one letter less. */
function shortened(word: string): readonly string[] {
  return Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1));
}

/** Every word that this one could be a typo of. The first letter is hardly ever wrong, so it stays. */
function corrections(word: string): readonly string[] {
  const found: string[] = [];
  for (let place = 1; place <= word.length; place += 1) {
    const before = word.slice(0, place);
    const here = word[place];
    for (const letter of ALPHABET) {
      found.push(before + letter + word.slice(place));
      if (here !== undefined && letter !== here) found.push(before + letter + word.slice(place + 1));
    }
    if (here === undefined) continue;
    found.push(before + word.slice(place + 1));
    const next = word[place + 1];
    if (next !== undefined && next !== here) found.push(before + next + here + word.slice(place + 2));
  }
  return found;
}

/** The filter's bits of one form, from its two hashes (Kirsch and Mitzenmacher 2006). */
function bitsOf(form: string, size: number): readonly number[] {
  const { a, b } = hashesOf(form);
  return Array.from({ length: LOOKS }, (_, look) => ((avalanche(a) + Math.imul(look, avalanche(b) | 1)) >>> 0) % size);
}
