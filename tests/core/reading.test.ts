import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Readings, readText } from '../../src/core/reading.ts';
import { wordsOf } from '../../src/core/text.ts';

describe('lived experience', () => {
  test.each([
    'I was diagnosed with lupus two years ago and my meds still make me sick.',
    'Been on prednisone for three weeks now, the side effects are awful. I can’t sleep.',
    'My neurologist says my migraines are getting worse. Anyone else on injections?',
    "I've had epilepsy for nine years, no seizures since March.",
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
    'Smoking causes most lung cancer deaths. One in five patients never smoked.',
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

test('the words that carried a reading are exact and lie in the text, apart from each other', () => {
  const text = 'I was diagnosed with lupus two years ago and my meds make me sick.';
  const because = read(text).experience?.because ?? [];
  expect(because.map(({ start, end }) => text.slice(start, end))).toContain('I was diagnosed');
  for (const [at, span] of because.entries()) {
    for (const other of because.slice(at + 1)) expect(span.end <= other.start || other.end <= span.start).toBe(true);
  }
});

test('whatever the text, a reading comes with scores from 0 to 1 and spans inside it', () => {
  const word = fc.constantFrom(
    'I',
    'my',
    'mum',
    'was',
    'diagnosed',
    'with',
    'cancer',
    'risk',
    'linked',
    '.',
    '\n',
    '%',
    '😀',
    '\ud83d',
    'MRI',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      ),
      (text) => {
        const { scores, experience, claim } = read(text);
        for (const score of Object.values(scores)) expect(score >= 0 && score <= 1).toBe(true);
        for (const span of [...(experience?.because ?? []), ...(claim?.because ?? [])]) {
          expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
        }
      },
    ),
  );
});

function read(text: string): Readings {
  return readText({ text, words: wordsOf(text), mentions: [], signs: [], hasLink: false, citesRecognised: false });
}
