import browser from 'webextension-polyfill';
import type { MessageId } from './ui/translate.ts';

/** The `Translate` of everything that runs in the browser. */
export function translate(id: MessageId, ...substitutions: readonly string[]): string {
  return browser.i18n.getMessage(id, [...substitutions]);
}
