import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openNames } from '../../src/core/names.ts';
import { createReader, type Readings, type Strictness } from '../../src/core/reading.ts';
import { openSections } from '../../src/core/sections.ts';
import { wordsOf } from '../../src/core/text.ts';

const namesIn = openNames(openSections(new Uint8Array(readFileSync('src/data/generated/index.bin'))));
const bytes = new Uint8Array(readFileSync('src/data/generated/reader.bin'));
const readers = { careful: createReader(bytes), balanced: createReader(bytes, 'balanced') };

describe('lived experience', () => {
  test.each([
    'I was diagnosed with lupus two years ago and my meds still make me sick.',
    'Been on prednisone for three weeks now, the side effects are awful. I can’t sleep.',
    'My neurologist says my migraines are getting worse. Anyone else on injections?',
    'I have had epilepsy for nine years, no seizures since March.',
    'Day four on the new inhaler, my asthma let me sleep through the night for the first time in months',
  ])('a patient tells: %s', (text) => {
    expect(read(text).experience?.voice).toBe('patient');
  });

  test.each([
    'My dad was diagnosed with Parkinson’s in March. He hates the tremor.',
    'My mum has dementia and she no longer knows me. Her doctor says it will get worse.',
  ])('a carer tells: %s', (text) => {
    expect(read(text).experience?.voice).toBe('carer');
  });

  test.each([
    'this homework is giving me cancer',
    'I am so OCD about my desk lol',
    "Keep eating like that and I'll get diabetes",
    'Our clinic registered forty patients this week. Join us on Monday!',
    "I'm running the marathon for cancer research, please donate",
    'Researchers say diabetes drugs help the heart',
    'Lovely weather today, I went for a walk with my dog',
  ])('nobody tells of illness in: %s', (text) => {
    expect(read(text).experience).toBeNull();
  });
});

describe('a claim', () => {
  test.each([
    'Drinking coffee linked to lower risk of liver cancer, study finds',
    'New study shows statins may increase the risk of diabetes by 12%',
  ])('something checkable is stated: %s', (text) => {
    expect(read(text).claim).not.toBeNull();
  });

  test.each([
    'Join us for World Cancer Day and help raise money',
    'My mum starts chemo on Monday, wish us luck',
    'Senate votes on the health care bill',
    'What should I ask my doctor?',
  ])('nothing checkable is stated: %s', (text) => {
    expect(read(text).claim).toBeNull();
  });
});

test('a text about something else is not health', () => {
  expect(read('The new phone has a great camera').health).toBe(false);
  expect(read('My chemo is over and the scan is clear').health).toBe(true);
});

test('what is told of somebody else by nobody is no experience, and one word of who tells it makes it one that could be', () => {
  const news = 'She visited her doctor, was diagnosed with lupus and had surgery. She still has pain and fatigue every day.';
  expect(read(news, 'balanced').scores.experience).toBe(0);
  expect(read(`${news} I know.`, 'balanced').scores.experience).toBeGreaterThan(0);
});

test('without the words given as the reason, the mark is gone', () => {
  const text = 'I was diagnosed with lupus two years ago and my meds make me sick. Nobody told me it would be like this.';
  const because = read(text).experience?.because ?? [];
  expect(because.length).toBeGreaterThan(0);
  let rest = text;
  for (const { start, end } of [...because].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  expect(read(rest).experience).toBeNull();
});

test('balanced marks all that careful marks', () => {
  for (const text of [
    'I was diagnosed with lupus',
    'my mum has dementia',
    'coffee linked to lower risk of cancer, study finds',
  ]) {
    if (read(text).experience !== null) expect(read(text, 'balanced').experience).not.toBeNull();
    if (read(text).claim !== null) expect(read(text, 'balanced').claim).not.toBeNull();
  }
});

test('an experience or a claim is about health', () => {
  fc.assert(
    fc.property(posts, (text) => {
      const { health, experience, claim } = read(text, 'balanced');
      if (experience !== null || claim !== null) expect(health).toBe(true);
    }),
  );
});

const word = fc.constantFrom(
  ...'I my mum was diagnosed with cancer risk linked . \n % 😀 \ud83d MRI @a https://a.example #Type1Diabetes'.split(' '),
);
const posts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(word, { maxLength: 200 }).map((words) => words.join(' ')),
);

test('whatever the text, its scores are from 0 to 1 and its reasons are apart from each other and inside it', () => {
  fc.assert(
    fc.property(posts, (text) => {
      const { scores, experience, claim } = read(text, 'balanced');
      for (const score of Object.values(scores)) expect(score >= 0 && score <= 1).toBe(true);
      for (const { because } of [experience, claim].filter((one) => one !== null)) {
        const spans = [...because].sort((a, b) => a.start - b.start);
        let before = 0;
        for (const { start, end } of spans) {
          expect(start >= before && start < end && end <= text.length).toBe(true);
          before = end;
        }
      }
    }),
  );
});

test('a text without a word is not assessed', () => {
  expect(read('🤒💉 … 😷', 'balanced')).toMatchObject({ health: false, experience: null, claim: null });
});

test('the same text is read the same again, whatever was read between', () => {
  const first = read('My neurologist says my migraines are getting worse.');
  read('word '.repeat(5000));
  read('');
  expect(read('My neurologist says my migraines are getting worse.')).toEqual(first);
});

test('damaged bytes are refused as the file that they are of', () => {
  expect(() => createReader(bytes.subarray(0, 1000))).toThrow("The reader's file is damaged");
  expect(() => createReader(new Uint8Array(0))).toThrow("The reader's file is damaged");
});

function read(text: string, strictness: Strictness = 'careful'): Readings {
  const words = wordsOf(text);
  return readers[strictness]({ text, words, ...namesIn(words) });
}
