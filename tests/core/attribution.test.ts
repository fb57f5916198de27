import { describe, expect, it } from 'vitest';
import { attributedHandles, isAttribution } from '../../src/core/attribution.ts';

/** The name is what stands in brackets. */
function judged(text: string): boolean {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  return isAttribution(text.replace(/[[\]]/g, ''), start, end);
}

describe('a name is an attribution in', () => {
  it.each([
    'According to the [CDC], one in ten adults has it',
    'A [Cochrane] review found no benefit',
    'published in The [Lancet] last week',
    '([Lancet], 2021)',
    'as the [NHS] advises, rest',
    'Source: [WHO]',
    'via [Mayo Clinic]',
    'new guidance from [NICE] on ME',
    'The [FDA] says the batch is safe',
    '[BMJ] study: walking helps',
  ])('%s', (text) => {
    expect(judged(text)).toBe(true);
  });
});

describe('a name is a mere mention in', () => {
  it.each([
    '[FDA] rejects the drug',
    'Raising money for the [MS Society]',
    'I was fired by the [NHS]',
    'The [CDC] building in Atlanta',
    'I work at the [Mayo Clinic]',
    'Thank you [NHS]!',
    'the [NHS] is on its knees',
    'my appointment at [Great Ormond Street]',
    'defund the [WHO]',
  ])('%s', (text) => {
    expect(judged(text)).toBe(false);
  });
});

it('handles are named as the source by “via” and the like, not by being addressed', () => {
  expect(attributedHandles('Great thread, via @NIH and source: @WHO').map(({ handle }) => handle)).toEqual(['nih', 'who']);
  expect(attributedHandles('Thanks @NIH, you at @WHO are wrong')).toEqual([]);
});
