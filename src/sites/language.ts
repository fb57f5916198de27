/**
 * The language a `lang` attribute names, in BCP 47; `null` when it names none.
 *
 *     languageOf('iw')         // 'he'
 *     languageOf('hi-IN_rom')  // 'hi-IN': Facebook's word for Hindi in Latin letters
 *     languageOf('qme')        // null: X's codes for "nothing but media, hashtags, links"
 */
export function languageOf(tag: string | null): string | null {
  let language = known.get(tag);
  if (language === undefined) {
    language = namedBy(tag);
    if (known.size < MOST_KNOWN) known.set(tag, language);
  }
  return language;
}

/** A feed has few languages, and asking the browser about one takes long. */
const known = new Map<string | null, string | null>();
const MOST_KNOWN = 100;

function namedBy(tag: string | null): string | null {
  const subtags = (tag ?? '').split(/[-_]/, MAX_SUBTAGS);
  for (let length = subtags.length; length > 0; length--) {
    const language = canonical(subtags.slice(0, length).join('-'));
    if (language !== null) return NO_LANGUAGE.test(language) ? null : language;
  }
  return null;
}

const MAX_SUBTAGS = 5;

/** Undetermined, no linguistic content, artificial, and the private codes `qaa` to `qtz`. */
const NO_LANGUAGE = /^(?:und|zxx|art|mis|mul|q[a-t][a-z])(?:-|$)/;

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
