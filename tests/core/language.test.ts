import { expect, it } from 'vitest';
import { isEnglish } from '../../src/core/language.ts';

it.each<[string, string | null, boolean]>([
  ['I was diagnosed with lupus last year and it has been hard', null, true],
  ['J’ai été diagnostiquée avec un lupus et je suis fatiguée', null, false],
  ['Me diagnosticaron lupus y estoy muy cansada de todo', null, false],
  ['Ich habe seit zwei Jahren Lupus und bin müde', null, false],
  ['Mir geht es nicht gut mit der Krankheit', null, false],
  ['Mijn dochter heeft een zeldzame ziekte en het is zwaar', null, false],
  ['Mam toczeń i nie mogę spać', null, false],
  ['私はループスです', null, false],
  ['lupus flare today', null, true],
  ['mera diabetes ka ilaaj ho gaya doctor ne bataya', null, false],
  ['Lupus flare', 'fr', false],
  ['J’ai un lupus', 'en', true],
  ['I was diagnosed in May', 'und', true],
  ['I was diagnosed in May', 'qme', true],
  ['', null, true],
])('%j with the page’s word %j: %s', (text, language, expected) => {
  expect(isEnglish(text, language)).toBe(expected);
});
