import { describe, expect, test } from 'vitest';
import { encodePrefilter, featuresOf, MOST_FEATURES, openPrefilter } from '../../src/core/prefilter.ts';
import { wordsOf } from '../../src/core/text.ts';
import { fitPrefilter, type PrefilterExample } from '../../src/data/train/fit-prefilter.ts';

const TOLD = [
  'I was diagnosed with gout',
  'my gout is back this morning',
  'they found gout in my knee',
  'I have had gout for years',
];
const OTHER = ['this cake is pure gout', 'gout jokes never get old', 'the king with gout in that film', 'gout is a funny word'];
const RARE = 'zyxomma';

const examples: readonly PrefilterExample[] = Array.from({ length: 8 }, () => [
  ...TOLD.map((text) => ({ features: featuresIn(text), target: 1, weight: 1 })),
  ...OTHER.map((text) => ({ features: featuresIn(text), target: 0, weight: 1 })),
]).flat();

describe('a prefilter that has learned', () => {
  const fitted = fitPrefilter(examples);

  test('tells what is told from what is said', () => {
    const scores = (texts: readonly string[]) => texts.map((text) => fitted.scoreOf(featuresIn(text)));
    expect(Math.min(...scores(TOLD))).toBeGreaterThan(Math.max(...scores(OTHER)));
    expect(fitted.scoreOf(featuresIn('I was diagnosed with mumps'))).toBeGreaterThan(
      fitted.scoreOf(featuresIn('this film is pure mumps')),
    );
  });

  test('stops, as it is shipped, exactly what scores less than it is told', () => {
    const least = fitted.scoreOf(featuresIn('my gout is a funny word'));
    const shipped = (at: number) => openPrefilter(encodePrefilter(fitted.shippedAt(at)));
    for (const text of [...TOLD, ...OTHER]) {
      expect(shipped(least).passes(wordsOf(text)), text).toBe(fitted.scoreOf(featuresIn(text)) >= least);
    }
    expect(shipped(least - 0.01).passes(wordsOf('my gout is a funny word'))).toBe(true);
    expect(shipped(least + 0.01).passes(wordsOf('my gout is a funny word'))).toBe(false);
  });

  test('is the same for the same examples', () => {
    expect(fitPrefilter(examples).shippedAt(0)).toEqual(fitted.shippedAt(0));
  });

  test('has nothing in it of a word that fewer than five texts have', () => {
    const withRare = (times: number) =>
      fitPrefilter([
        ...examples,
        ...Array.from({ length: times }, () => ({ features: featuresIn(RARE), target: 1, weight: 1 })),
      ]).scoreOf(featuresIn(RARE));
    const known = withRare(5);
    const rare = withRare(4);
    expect(known - rare).toBeGreaterThan(1);
  });
});

function featuresIn(text: string): Uint32Array {
  const buffer = new Uint32Array(MOST_FEATURES);
  return buffer.slice(0, featuresOf(wordsOf(text), buffer));
}
