import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Translate, translator } from '../../src/ui/translate.ts';

export interface Message {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

export type Messages = Readonly<Record<string, Message>>;

export const LOCALES = join(import.meta.dirname, '../../src/public/_locales');

export const MESSAGES = messagesOf('en');

/** What `browser.i18n` answers to a reader of English. */
export const english = translateBy(MESSAGES);

export function messagesOf(locale: string): Messages {
  return JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));
}

export function translateBy(messages: Messages): Translate {
  return translator((id, substitutions) => {
    const { message = '', placeholders = {} } = messages[id] ?? {};
    return message.replaceAll(/\$(\w+)\$/g, (_, name: string) => {
      const { content } = placeholders[name.toLowerCase()] as { content: string };
      return substitutions[Number(content.slice(1)) - 1] ?? '';
    });
  });
}
