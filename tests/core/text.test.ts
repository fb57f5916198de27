import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWord, wordsOf } from '../../src/core/text.ts';
import { BREAK, CAPITAL, CAPITALS, DIGITS, HASHTAG } from '../../src/core/words.ts';

describe('a word', () => {
  it.each([
    ['Crohn’s', 'crohns', 'crohn'],
    ["Crohn's disease", 'crohn disease'],
    ['naïve', 'naive'],
    ['Sjögren', 'SJOGREN'],
    ['Sjo\u0308gren', 'Sjögren'],
    ['α-synuclein', 'alpha synuclein'],
    ['Straße', 'strasse'],
    ['flares', 'flare'],
    ['biopsies', 'biopsy'],
    ['boxes', 'box'],
    ['Ehlers–Danlos', 'ehlers danlos', 'EHLERS-DANLOS'],
    ['#EhlersDanlos', 'ehlers danlos'],
    ['#Type1Diabetes', 'type 1 diabetes'],
    ['#rare_disease', 'rare disease'],
    ['#MSAwareness', 'MS awareness'],
    ['UTIs', 'UTI'],
  ])('is the same in %j and %j', (...texts) => {
    expect(new Set(texts.map((text) => hashesOf(text).join(' '))).size).toBe(1);
  });

  it.each([
    ['AIDS', 'aid'],
    ['PoTS', 'pots'],
    ['hEDS', 'he’d'],
    ['lupus', 'lupu'],
    ['class', 'clas'],
    ['the rapist', 'therapist'],
    ['μ', 'm'],
  ])('is not the same in %j and %j', (one, other) => {
    expect(hashesOf(one)).not.toEqual(hashesOf(other));
  });

  it('keeps its place in the text, possessive and all', () => {
    const text = 'My  Crohn’s, again';
    const words = wordsOf(text);
    expect(slices(text)).toEqual(['My', 'Crohn’s', 'again']);
    expect(words.start[1]).toBe(4);
  });

  it('is not found in addresses and handles', () => {
    expect(slices('see https://nih.gov/lupus and www.who.int/flu or nhs.uk/conditions/gout, @lupus_uk')).toEqual([
      'see',
      'and',
      'or',
    ]);
  });

  it('is not found in emoji and punctuation', () => {
    expect(slices('🎗️❤️ — … !!! 👩‍⚕️')).toEqual([]);
  });

  it('says how it was written', () => {
    const { flags } = wordsOf('MS. Then #CovidDay covid19');
    expect([...flags.subarray(0, 5)]).toEqual([
      CAPITALS | CAPITAL,
      BREAK | CAPITAL,
      HASHTAG | CAPITAL,
      HASHTAG | CAPITAL,
      DIGITS,
    ]);
  });
});

describe('any text', () => {
  it('leaves words that lie in it, one behind the other', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const words = wordsOf(text);
        let before = 0;
        for (let at = 0; at < words.count; at += 1) {
          const start = words.start[at] as number;
          const end = words.end[at] as number;
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = end;
        }
      }),
    );
  });

  it('may have 100,000 characters, broken surrogates and words without end', () => {
    expect(wordsOf('my lupus '.repeat(12_000)).count).toBe(24_000);
    expect(wordsOf('\ud800'.repeat(1000)).count).toBe(0);
    expect(wordsOf('a'.repeat(100_000)).count).toBe(1);
    expect(wordsOf('εa'.repeat(5000)).count).toBe(1);
  });

  it('is folded to what is hashed', () => {
    expect(foldedWord('Müller')).toBe('muller');
    expect(foldedWord('PCOS')).toBe('pcos');
  });
});

function hashesOf(text: string): readonly number[] {
  const { count, hashA, hashB } = wordsOf(text);
  return [...hashA.subarray(0, count), ...hashB.subarray(0, count)];
}

function slices(text: string): readonly string[] {
  const { count, start, end } = wordsOf(text);
  return Array.from({ length: count }, (_, at) => text.slice(start[at], end[at]));
}
