import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES, MESSAGES, type Message, messagesOf } from './english.ts';
import { ENGLISH_WORD, MISPRINTS, SAME_AS_ENGLISH } from './locale-habits.ts';

// A translation is whole, and is one. That it is good only somebody who speaks the language can tell.

/** Brazilian and European Portuguese: neither browser shows a reader of the one the texts of the other by itself. */
const TRANSLATED = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt_BR', 'pt_PT'];

const FORM = /_(zero|one|two|few|many|other)$/;

test('every language is there, and no other', () => {
  expect(readdirSync(LOCALES).toSorted()).toEqual([...TRANSLATED, 'en'].toSorted());
});

describe.each([...TRANSLATED, 'en'])('%s', (locale) => {
  const messages = messagesOf(locale);
  const language = messages['language']?.message ?? '';

  test('has each text once, in the order of the English ones, with all the forms of its language', () => {
    expect(Object.keys(messages)).toEqual(idsIn(language));
  });

  test('tells its own language and direction', () => {
    expect(language.replace('-', '_')).toBe(locale);
    expect(messages['direction']?.message).toBe(RIGHT_TO_LEFT.has(scriptOf(language)) ? 'rtl' : 'ltr');
  });

  test('keeps the name, and describes us in as much as the browsers show', () => {
    expect(messages['name']?.message).toBe('Lived & Cited');
    expect(messages['description']?.message.length).toBeLessThanOrEqual(132);
  });

  test('fills the gaps of the English texts, and no others', () => {
    for (const [id, message] of Object.entries(messages)) {
      const english = englishOf(id);
      expect(contentsOf(message), id).toEqual(contentsOf(english));
      const gaps = gapsIn(message);
      // "One source" and "both sources" need no figure.
      if (/_(zero|one|two)$/.test(id)) gaps.add('count');
      expect(gaps, id).toEqual(gapsIn(english));
    }
  });

  test('says nothing on a badge that is not read out: what is seen can be said to press it', () => {
    const drawn: readonly (readonly [string, string])[] = [
      ['short_patient_experience', 'label_patient_experience'],
      ['short_carer_experience', 'label_carer_experience'],
      ['short_medical_source', 'label_medical_source'],
      ['short_no_source', 'label_no_source'],
      ['drawn_source_named', 'badge_source_named'],
    ];
    for (const [seen, said] of drawn) {
      for (const word of wordsIn(messages[seen])) expect(wordsIn(messages[said]).join(' '), seen).toContain(word);
    }
  });

  test.each([
    ['welcome_both', 'label_no_source'],
    ['action_copy_failed', 'action_doctor'],
    ['doctor_gone', 'action_doctor'],
  ])('in %s calls %s by its name', (id, named) => {
    expect(messages[id]?.message).toContain(messages[named]?.message);
  });

  test('is set as its readers set it', () => {
    for (const [id, { message }] of Object.entries(messages)) {
      for (const [misprint, what] of [...(MISPRINTS['*'] ?? []), ...(MISPRINTS[locale] ?? [])]) {
        expect(message, `${id}: ${what}`).not.toMatch(misprint);
      }
    }
  });
});

describe.each(TRANSLATED)('%s', (locale) => {
  const messages = messagesOf(locale);

  test('has no text that is still English', () => {
    const untranslated = Object.entries(messages).filter(
      ([id, { message }]) => message === englishOf(id).message && hasWords(message),
    );
    const texts = new Set(untranslated.map(([, { message }]) => message));
    const names = SAME_AS_ENGLISH['*'] ?? [];
    expect([...texts].filter((text) => !names.includes(text)).toSorted()).toEqual((SAME_AS_ENGLISH[locale] ?? []).toSorted());
  });

  test('has no English words left in a text', () => {
    for (const [id, { message }] of Object.entries(messages)) {
      expect(message.replace('Lived & Cited contributors', ''), id).not.toMatch(ENGLISH_WORD);
    }
  });
});

/** What writes in other letters than English has no word in English letters but names. */
test.each(['ar', 'ja'])('every Latin word of %s is a name', (locale) => {
  for (const [id, { message }] of Object.entries(messagesOf(locale))) {
    if (id === 'language' || id === 'direction') continue;
    const words =
      message.replaceAll(/\$\w+\$|\b[\w.]+\.(com|org)\b|Lived & Cited contributors/g, '').match(/[A-Za-z]{2,}/g) ?? [];
    expect(
      words.filter((word) => !/[A-Z]/.test(word)),
      id,
    ).toEqual([]);
  }
});

/** The English ids in their order, each text that counts in the forms of a language. */
function idsIn(language: string): readonly string[] {
  const forms = FORMS.filter((form) => new Intl.PluralRules(language).resolvedOptions().pluralCategories.includes(form));
  return Object.keys(MESSAGES).flatMap((id) => {
    if (!isForm(id)) return [id];
    return id.endsWith('_other') ? forms.map((form) => id.replace(FORM, `_${form}`)) : [];
  });
}

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

function isForm(id: string): boolean {
  return FORM.test(id) && id.replace(FORM, '_other') in MESSAGES;
}

function englishOf(id: string): Message {
  return (MESSAGES[id] ?? MESSAGES[id.replace(FORM, '_other')]) as Message;
}

function contentsOf({ placeholders = {} }: Message): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(placeholders).map(([name, { content }]) => [name, content]));
}

function gapsIn({ message }: Message): Set<string> {
  return new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => (name as string).toLowerCase()));
}

function wordsIn(message: Message | undefined): readonly string[] {
  return (message?.message ?? '').toLowerCase().match(/[\p{L}\p{M}$]+/gu) ?? [];
}

/** Some texts are only the places of others, and their commas. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\$\w+\$/g, ''));
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa']);

function scriptOf(language: string): string {
  return new Intl.Locale(language).maximize().script ?? '';
}
