import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translate } from '../../src/ui/translate.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

export const MESSAGES: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../src/public/_locales/en/messages.json'), 'utf8'),
);

/** What `browser.i18n.getMessage` answers to a reader of English. */
export const english: Translate = (id, ...substitutions) => {
  const { message, placeholders = {} } = MESSAGES[id] as Message;
  return message.replaceAll(/\$(\w+)\$/g, (_, name: string) => {
    const { content } = placeholders[name.toLowerCase()] as { content: string };
    return substitutions[Number(content.slice(1)) - 1] ?? '';
  });
};
