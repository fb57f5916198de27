import browser from 'webextension-polyfill';
import { type Translate, translator } from './ui/translate.ts';

/** The `Translate` of everything that runs in the browser. */
export const translate: Translate = translator((id, substitutions) => browser.i18n.getMessage(id, [...substitutions]));
