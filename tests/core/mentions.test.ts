import { describe, expect, it } from 'vitest';
import { type Entry, encodeEntries, openEntries } from '../../src/core/entries.ts';
import { CAPITALS_ONLY, encodeLexicon, type Name, openLexicon, WEAK } from '../../src/core/lexicon.ts';
import { isGrounded, namesIn } from '../../src/core/mentions.ts';
import { wordsOf } from '../../src/core/text.ts';
import { encodeTypos, openTypos } from '../../src/core/typos.ts';

const ENTRIES: readonly (Entry & { readonly names: readonly (readonly [string, number])[] })[] = [
  {
    kind: 'condition',
    id: 'ms',
    name: 'multiple sclerosis',
    names: [
      ['multiple sclerosis', 0],
      ['MS', WEAK | CAPITALS_ONLY],
    ],
  },
  { kind: 'condition', id: 'cold', name: 'common cold', names: [['cold', WEAK]] },
  { kind: 'condition', id: 'pots', name: 'postural tachycardia syndrome', names: [['POTS', WEAK | CAPITALS_ONLY]] },
  { kind: 'condition', id: 'stroke', name: 'stroke', names: [['stroke', WEAK]] },
  { kind: 'condition', id: 'fibro', name: 'fibromyalgia', names: [['fibromyalgia', 0]] },
  { kind: 'condition', id: 'had', name: 'stroke', names: [['had a stroke', 0]] },
  { kind: 'decoy', id: 'luck', name: 'stroke of luck', names: [['stroke of luck', 0]] },
  {
    kind: 'illness-sign',
    id: 'diagnosed',
    name: 'diagnosed',
    names: [
      ['diagnosed', 0],
      ['relapse', 0],
    ],
  },
  { kind: 'health-word', id: 'patients', name: 'patients', names: [['patients', 0]] },
  { kind: 'source', id: 'nhs', name: 'NHS', names: [['NHS', CAPITALS_ONLY]] },
];
const names: readonly Name[] = ENTRIES.flatMap((entry, number) =>
  entry.names.map(([text, flags]) => ({ text, entry: number, flags })),
);
const lexicon = openLexicon(encodeLexicon(names));
const entries = openEntries(encodeEntries(ENTRIES));
const typos = openTypos(encodeTypos(['fibromyalgia', 'multiplication']));

function read(text: string) {
  return namesIn(wordsOf(text), lexicon, entries, typos);
}

describe('a weak name that nothing makes count', () => {
  it('is faint, and grounds a reading', () => {
    const named = read('I hate this cold');
    expect(named.mentions).toEqual([]);
    expect(named.faint).toMatchObject([{ id: 'cold', kind: 'condition', start: 12, end: 16 }]);
    expect(isGrounded(named)).toBe(true);
  });

  it('is nothing when it is an abbreviation of many things', () => {
    const named = read('Driving through MS at night');
    expect(named.faint).toEqual([]);
    expect(isGrounded(named)).toBe(false);
  });

  it('is no more faint where it counts', () => {
    expect(read('Diagnosed with a cold').faint).toEqual([]);
  });
});

describe('a weak name', () => {
  it.each([
    ['does not count alone', 'Driving through MS on a cold day', []],
    [
      'counts with an illness sign in its sentence',
      'Diagnosed last spring, after eleven long and very tiring years, with MS',
      ['ms'],
    ],
    ['counts with an illness sign near it', 'My MS. Another relapse', ['ms']],
    ['does not count for an illness sign far away', 'Cold. It was a long and quiet day out here on the hill. Diagnosed', []],
    ['does not count for a word of health at large', 'cold patients', []],
    ['counts beside a name that is not weak', 'Fibromyalgia, and now a cold', ['fibro', 'cold']],
    ['in capitals counts beside another in capitals', 'POTS and MS', ['pots', 'ms']],
    [
      'in capitals does not count far from another',
      'POTS is one of those things that nobody ever talks about at work or in MS',
      [],
    ],
    ['in capitals says nothing where all is in capitals', 'COLD POTS AND MS PANS', []],
    ['in a longer name is taken away by a decoy that begins inside it', 'I had a stroke of luck', []],
    ['in a longer name stays where no decoy goes on', 'I had a stroke', ['had']],
    ['is taken away by a decoy', 'Diagnosed by a stroke of luck', []],
  ])('%s: %s', (_, text, expected) => {
    expect(read(text).mentions.map(({ id }) => id)).toEqual(expected);
  });
});

it('a long name is found with one letter wrong, in its place, and helps a weak one', () => {
  const text = 'A cold and fibromyalga';
  const { mentions } = read(text);
  expect(mentions.map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([
    ['cold', 'cold'],
    ['fibro', 'fibromyalga'],
  ]);
  expect(read('#fibromyalga multiplicatin').mentions).toEqual([]);
});

it('a mention is the list’s name, and the post’s own words at their place', () => {
  const text = 'So: #MultipleSclerosis';
  const [mention] = read(text).mentions;
  expect(mention).toMatchObject({ id: 'ms', name: 'multiple sclerosis', kind: 'condition' });
  expect(text.slice(mention?.start, mention?.end)).toBe('MultipleSclerosis');
});

it('signs and names of sources are told apart from mentions', () => {
  const { mentions, signs, sources } = read('NHS patients diagnosed');
  expect(mentions).toEqual([]);
  expect(signs.map(({ kind }) => kind)).toEqual(['health-word', 'illness-sign']);
  expect(sources).toEqual([{ id: 'nhs', weak: false, start: 0, end: 3 }]);
  expect(read('MY NHS HOSPITAL PATIENTS').sources).toEqual([]);
});
