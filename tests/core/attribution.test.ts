import { describe, expect, it } from 'vitest';
import { attributedHandles, attributionOf } from '../../src/core/attribution.ts';
import type { SourceKind } from '../../src/core/source.ts';

/** The name is what stands in brackets. */
function judged(text: string, kind: SourceKind = 'public-health-agency', weak = false): 'plain' | 'said' | null {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  return attributionOf(text.replace(/[[\]]/g, ''), start, end, kind, weak);
}

describe('a post has something from a body in', () => {
  it.each<[string, SourceKind]>([
    ['According to the [CDC], one in ten adults has it', 'public-health-agency'],
    ['published in The [Lancet] last week', 'journal'],
    ['([Lancet], 2021)', 'journal'],
    ['[Lancet] (2021) on long covid', 'journal'],
    ['Source: [WHO]', 'public-health-agency'],
    ['new guidance from [NICE] on ME', 'government-health-body'],
    ['a study by the [Mayo Clinic]', 'hospital'],
    ['Per the [FDA], the batch is safe', 'government-health-body'],
    ['two batches were recalled, per the [FDA]', 'government-health-body'],
    ['findings in the [BMJ]', 'journal'],
    ['walking helps. [BMJ] 2020;368:m1', 'journal'],
    ['I read a study in The [Lancet]', 'journal'],
  ])('%s', (text, kind) => {
    expect(judged(text, kind)).toBe('plain');
  });
});

describe('a body says something in', () => {
  it.each<[string, SourceKind]>([
    ['A [Cochrane] review found no benefit', 'evidence-synthesis'],
    ['The [FDA] says the batch is safe', 'government-health-body'],
    ['[BMJ] study: walking helps', 'journal'],
    ['A [Cochrane review] found that walking helps in ME/CFS', 'evidence-synthesis'],
    ['The [WHO] recommends two doses', 'public-health-agency'],
  ])('%s', (text, kind) => {
    expect(judged(text, kind)).toBe('said');
  });
});

describe('a name is a mere mention in', () => {
  it.each<[string, SourceKind?]>([
    ['[FDA] rejects the drug'],
    ['Raising money for the [MS Society]', 'patient-organisation'],
    ['I was fired by the [NHS]', 'reference-work'],
    ['The [CDC] building in Atlanta'],
    ['I work at the [Mayo Clinic]', 'hospital'],
    ['Thank you [NHS]!', 'reference-work'],
    ['my appointment at [Great Ormond Street]', 'hospital'],
    ['defund the [WHO]'],
    // what was said to the author in person
    ['The [NHS] says I have to wait two years for my hip', 'reference-work'],
    ['[Cleveland Clinic] found a lump in my breast', 'hospital'],
    ['Got my report from the [Mayo Clinic]', 'hospital'],
    ['The letter from the [NHS] finally came', 'reference-work'],
    ['the [CDC] said we should come back'],
    // denial and contempt
    ['These statements have not been reviewed by the [FDA]', 'government-health-body'],
    ['Not recommended by the [FDA], but it cured me', 'government-health-body'],
    ['contrary to information from the [FDA]', 'government-health-body'],
    ['There is no study in The [Lancet] that says so', 'journal'],
    ['Nobody cares what the [FDA] says', 'government-health-body'],
    ['Don’t believe what the [CDC] says'],
    ['If the [FDA] says it is safe, fine'],
    ['Reviewed by the [FDA]? Never'],
    ['The study by the [CDC] was retracted'],
    ['a retracted study in The [Lancet]', 'journal'],
    ['my own small study in The [Lancet]', 'journal'],
    ['twice per [CDC] visit'],
    // only a part of it
    ['A nurse from the [CDC] says so'],
    ['Recommended by the [NHS] physio', 'reference-work'],
    ['According to a leaked [CDC] memo'],
    // about itself
    ['The [NHS] says sorry for the data leak', 'government-health-body'],
    ['[CDC] said staff were told to leave'],
    // years and longer names
    ['[UCSF] 2019 grads party', 'university'],
    ['[NIH] 2023 budget cut', 'government-health-body'],
    ['Report by [NORD] Stream', 'patient-organisation'],
  ])('%s', (text, kind) => {
    expect(judged(text, kind)).toBeNull();
  });

  it('a question with an everyday word in it', () => {
    expect(judged('a friend [WHO] said so is a nurse', 'public-health-agency', true)).toBeNull();
    expect(judged('according to the [WHO]', 'public-health-agency', true)).toBe('plain');
  });

  it.each([
    ['A study in [Nature] shows it', 'plain'],
    ['It was published in [Nature].', 'plain'],
    ['published in [Science] (2021)', 'plain'],
    ['published in [science] books', null],
    ['a study in [nature] shows it', null],
    ['a review of [Science] fiction', null],
    ['[Nature] says it', null],
  ])('an everyday word is a name with a capital and where it ends: %s', (text, expected) => {
    expect(judged(text, 'journal', true)).toBe(expected);
  });
});

it('handles are named as the source by “via” and the like, not by being addressed', () => {
  expect(attributedHandles('Great thread, via @NIH. And source: @WHO').map(({ handle }) => handle)).toEqual(['nih', 'who']);
  expect(attributedHandles('Thanks @NIH, you at @WHO are wrong. From @who cares. via @WHO are you kidding')).toEqual([]);
});
