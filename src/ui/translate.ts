// biome-ignore lint/style/noRestrictedImports: only its type, for the ids; nothing is loaded
import type messages from '../public/_locales/en/messages.json';

type AnyId = keyof typeof messages;

/**
 * A text that counts, by what its forms have in common: `posts` for `posts_one` and `posts_other`.
 * A language has as many forms as it needs: Polish `_few` and `_many` as well, Arabic six, Japanese `_other` alone.
 */
export type CountId = AnyId extends infer Id ? (Id extends `${infer Base}_other` ? Base : never) : never;

/** The id of a text in `_locales`. A missing text does not compile. */
export type MessageId = Exclude<AnyId, `${CountId}_${Intl.LDMLPluralRule}`>;

export interface Translate {
  /** The text of an id in the reader's language, with its placeholders filled in order. */
  (id: MessageId, ...substitutions: readonly string[]): string;
  /** The form that the reader's language has for this number, which fills the first placeholder, written as that language does. */
  count(id: CountId, number: number, ...substitutions: readonly string[]): string;
}

/** Where texts are kept: the text of an id, its placeholders filled; empty where there is none. */
export type TextOf = (id: string, substitutions: readonly string[]) => string;

/** A `Translate` over texts that are all in the language of their own text `language`. */
export function translator(textOf: TextOf): Translate {
  function translate(id: MessageId, ...substitutions: readonly string[]): string {
    return textOf(id, substitutions);
  }
  function count(id: CountId, number: number, ...substitutions: readonly string[]): string {
    const language = translate('language');
    const form = new Intl.PluralRules(language).select(number);
    const filled = [new Intl.NumberFormat(language).format(number), ...substitutions];
    return textOf(`${id}_${form}`, filled) || textOf(`${id}_other`, filled);
  }
  return Object.assign(translate, { count });
}
