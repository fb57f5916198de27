import { CAPITALS_ONLY, WEAK } from '../../core/lexicon.ts';
import { nameKey } from './name-key.ts';

/**
 * How a name counts when nobody has decided otherwise: 0 wherever it stands, `WEAK` beside a second sign only,
 * `CAPITALS_ONLY` where the text has it in capitals.
 *
 *     flagsOf('fibromyalgia', everyday)  // 0
 *     flagsOf('CF', everyday)            // WEAK | CAPITALS_ONLY
 *     flagsOf('HLRCC', everyday)         // CAPITALS_ONLY
 *     flagsOf('CMT1A', everyday)         // 0: a word with digits is nothing else
 */
export function flagsOf(name: string, everyday: ReadonlySet<string>): number {
  if (everyday.has(nameKey(name))) return WEAK | (isAbbreviation(name) ? CAPITALS_ONLY : 0);
  if (!isAbbreviation(name)) return /^\S{1,4}$/.test(name) ? WEAK : 0;
  const isShort = name.replace(/[^A-Za-z0-9]/g, '').length <= 4;
  // A small letter in it ("MdDS") is never written in capitals.
  const capitals = /[a-z]/.test(name) ? 0 : CAPITALS_ONLY;
  if (isShort) return WEAK | capitals;
  return /\d/.test(name) ? 0 : capitals;
}

/** One word, or words with hyphens, in which capitals and digits stand for words: `PCOS`, `CMT1A`, `22q11`, `NPH`. */
export function isAbbreviation(name: string): boolean {
  return /^[A-Za-z0-9/-]{2,12}$/.test(name) && (name.match(/[A-Z0-9]/g) ?? []).length >= 2 && !/[a-z]{3}/.test(name);
}
