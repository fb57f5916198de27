import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPITALS_ONLY, encodeLexicon, type Name, openLexicon, WEAK } from '../../src/core/lexicon.ts';
import { foldedWord, wordsOf } from '../../src/core/text.ts';
import { BREAK } from '../../src/core/words.ts';

describe('the index of names', () => {
  it.each([
    ['chronic fatigue syndrome', ['chronic fatigue syndrome']],
    ['chronic fatigue, then', ['chronic fatigue']],
    ['chronic fatigue. Syndrome', ['chronic fatigue']],
    ['#ChronicFatigueSyndrome #chronicfatiguesyndrome', ['ChronicFatigueSyndrome', 'chronicfatiguesyndrome']],
    ['Ehlers Danlos; #ehlersdanlos', ['Ehlers Danlos', 'ehlersdanlos']],
    ['covid19, COVID-19 and covid 19', ['covid19', 'COVID-19', 'covid 19']],
    ['PCOS, pcos', ['PCOS', 'pcos']],
    ['MS, not Ms or ms', ['MS']],
    ['lupuslike and lup us', []],
    ['chroni cfatigue', []],
    ['fatigue syndrome chronic', []],
  ])('finds in %j the whole words %j, the longest first', (text, expected) => {
    expect(found(NAMES, text).map(({ words }) => words)).toEqual(expected);
  });

  it('says whether a name is weak', () => {
    const [weak, strong] = found(NAMES, 'MS lupus').map(({ flags }) => flags & WEAK);
    expect([weak, strong]).toEqual([WEAK, 0]);
  });

  it('is the same for the same names in any order', () => {
    expect(encodeLexicon([...NAMES].reverse())).toEqual(encodeLexicon(NAMES));
  });

  it('gives a name of two entries to the one with the lower number', () => {
    expect(found([name('gout', 7), name('Gout', 3)], 'gout')[0]?.entry).toBe(3);
  });

  it('has both of two names that are the same letters, cut into words elsewhere', () => {
    const names = [name('factor 11 3', 1), name('factor 1 13', 2)];
    expect(found(names, 'factor 11 3, factor 1 13').map(({ entry }) => entry)).toEqual([1, 2]);
  });

  it('finds exactly what a search by hand finds, for made-up names and texts', () => {
    const word = fc.constantFrom(
      'acute',
      'renal',
      'tubular',
      'cell',
      'cells',
      'fever',
      'Q',
      'type',
      '1',
      'II',
      'Crohn’s',
      'α',
      'MS',
      'PCOS',
    );
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', ', ', '. ', '-', '\n')), { maxLength: 30 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { minLength: 1, maxLength: 25 }), text, (phrases, post) => {
        const names = phrases.map((one, entry) => name(one, entry));
        expect(found(names, post).map(({ entry, from, to }) => [entry, from, to])).toEqual(foundByHand(phrases, post));
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses damaged bytes and says so', () => {
    const bytes = encodeLexicon(NAMES);
    expect(() => openLexicon(bytes.slice(0, -1))).toThrow('The index of names is damaged');
    expect(() => openLexicon(new Uint8Array(3))).toThrow('The index of names is damaged');
  });

  it('never throws and never runs on for damaged tables of the right size', () => {
    const bytes = encodeLexicon(NAMES);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: bytes.length - 16, maxLength: bytes.length - 16 }), fc.string(), (noise, text) => {
        const damaged = bytes.slice();
        damaged.set(noise, 16);
        openLexicon(damaged).scan(wordsOf(`${text} chronic fatigue #ms covid19`), () => undefined);
      }),
      { numRuns: 300 },
    );
  });
});

const NAMES: readonly Name[] = [
  name('chronic fatigue', 0),
  name('chronic fatigue syndrome', 1),
  name('Ehlers-Danlos', 2),
  name('COVID-19', 3),
  name('PCOS', 4),
  name('MS', 5, WEAK | CAPITALS_ONLY),
  name('lupus', 6),
];

function name(text: string, entry: number, flags = 0): Name {
  return { text, entry, flags };
}

function found(names: readonly Name[], text: string) {
  const words = wordsOf(text);
  const hits: { entry: number; flags: number; from: number; to: number; words: string }[] = [];
  openLexicon(encodeLexicon(names)).scan(words, (entry, flags, from, to) => {
    hits.push({ entry, flags, from, to, words: text.slice(words.start[from], words.end[to - 1]) });
  });
  return hits;
}

/** The oracle: every name at every word, longest first, compared as text. */
function foundByHand(phrases: readonly string[], text: string): readonly (readonly number[])[] {
  const wanted = new Map<string, number>();
  phrases.forEach((phrase, entry) => {
    for (const form of [phrase, phrase.toLowerCase()]) if (!wanted.has(keyOf(form))) wanted.set(keyOf(form), entry);
  });
  const words = wordsOf(text);
  const folded = foldedOf(text);
  const hits: number[][] = [];
  for (let at = 0; at < words.count; ) {
    let reach = Math.min(9, words.count - at);
    const stop = Array.from(words.flags.subarray(at + 1, at + reach)).findIndex((flags) => (flags & BREAK) !== 0);
    if (stop >= 0) reach = stop + 1;
    while (reach > 0 && !wanted.has(folded.slice(at, at + reach).join(' '))) reach -= 1;
    if (reach > 0) hits.push([wanted.get(folded.slice(at, at + reach).join(' ')) as number, at, at + reach]);
    at += Math.max(1, reach);
  }
  return hits;
}

function keyOf(text: string): string {
  return foldedOf(text).join(' ');
}

function foldedOf(text: string): readonly string[] {
  const { count, start, end } = wordsOf(text);
  return Array.from({ length: count }, (_, at) => foldedWord(text.slice(start[at], end[at]).replace(/[’']s$/i, '')));
}
