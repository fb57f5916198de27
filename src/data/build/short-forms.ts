/**
 * The short form people use of a name made of surnames: `Ehlers-Danlos syndrome` → `Ehlers-Danlos`.
 * `null` when the name has none that can be told from other words: one surname alone (`Down`), or words of the language.
 *
 * MONDO writes a name's words in small letters unless they are names of people or places.
 */
export function shortFormOf(label: string): string | null {
  const [, short = ''] = /^(.+?)(?:'s)? (?:syndrome|disease)$/.exec(label) ?? [];
  const parts = short.split(/[ -]/);
  return parts.length >= 2 && parts.every((part) => /^(?:\p{Lu}[\p{Ll}']+|de|van|von|la|der)$/u.test(part)) ? short : null;
}
