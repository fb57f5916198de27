import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRetractions, openRetractions, RETRACTION_NATURES, type RetractedPaper } from '../../src/core/retractions.ts';

const PAPERS: readonly RetractedPaper[] = [
  { doi: '10.1000/one', natures: ['retraction'] },
  { doi: '10.1000/two', natures: ['expression-of-concern', 'correction'] },
  { doi: '10.1000/three', natures: ['retraction', 'reinstatement'] },
];

const bytes = encodeRetractions(PAPERS, '2026-01');

describe('the table of retractions', () => {
  it('tells what happened to a paper, all of it', () => {
    const { naturesOf } = openRetractions(bytes);
    for (const { doi, natures } of PAPERS) expect(naturesOf(doi)).toEqual(natures);
  });

  it('knows a DOI in any case', () => {
    expect(openRetractions(bytes).naturesOf('10.1000/ONE')).toEqual(['retraction']);
  });

  it('tells nothing of a paper that it does not have', () => {
    expect(openRetractions(bytes).naturesOf('10.1000/four')).toEqual([]);
    expect(openRetractions(encodeRetractions([], '2026-01')).naturesOf('10.1000/one')).toEqual([]);
  });

  it('says of which month its facts are', () => {
    expect(openRetractions(bytes).asOf).toBe('2026-01');
  });

  it('is the same for the same papers in another order', () => {
    expect(encodeRetractions([...PAPERS].reverse(), '2026-01')).toEqual(bytes);
  });

  it('has every paper that was put in and no other, of some thousand', () => {
    const dois = fc.uniqueArray(fc.stringMatching(/^10\.\d{4}\/[a-z0-9.]{1,12}$/), { minLength: 1, maxLength: 2000 });
    const natures = fc.subarray([...RETRACTION_NATURES], { minLength: 1 });
    fc.assert(
      fc.property(dois, natures, (all, some) => {
        const half = all.slice(0, Math.ceil(all.length / 2));
        const table = openRetractions(
          encodeRetractions(
            half.map((doi) => ({ doi, natures: some })),
            '2026-01',
          ),
        );
        expect(all.filter((doi) => table.naturesOf(doi).length > 0)).toEqual(half);
        expect(half.every((doi) => table.naturesOf(doi).length === some.length)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is not made of two papers that it could not tell apart', () => {
    expect(() => encodeRetractions([...PAPERS, { doi: '10.1000/ONE', natures: ['correction'] }], '2026-01')).toThrow(
      'have one hash',
    );
  });

  it.each([0, 7, 40, bytes.length - 1])('that is cut off to %i bytes is refused', (size) => {
    expect(() => openRetractions(bytes.slice(0, size))).toThrow('damaged');
  });
});
