import { expect, it } from 'vitest';
import { languageOf } from '../../src/sites/language.ts';

it.each([
  ['en', 'en'],
  ['EN-gb', 'en-GB'],
  ['pt_BR', 'pt-BR'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['iw', 'he'],
  ['in', 'id'],
  ['hi-IN_rom', 'hi-IN'],
  ['und', null],
  ['zxx', null],
  ['art', null],
  ['qme', null],
  ['qht', null],
  ['', null],
  ['english language', null],
  ['-', null],
  ['_'.repeat(10_000), null],
  [null, null],
])('lang="%s" names %s', (tag, language) => expect(languageOf(tag)).toBe(language));
