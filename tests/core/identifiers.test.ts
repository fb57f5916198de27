import { describe, expect, it } from 'vitest';
import { beginningsOf, doiInPath, identifiersIn } from '../../src/core/identifiers.ts';

describe('identifiers in a text', () => {
  it.each([
    ['See doi:10.1056/NEJMoa2034577.', ['doi 10.1056/nejmoa2034577']],
    ['(https://doi.org/10.1016/S0140-6736(20)30183-5)', ['doi 10.1016/s0140-6736(20)30183-5']],
    ['PMID: 33301246; PMID 1234567', ['pmid 33301246', 'pmid 1234567']],
    ['PMC7745181 and NCT04368728, ISRCTN50189673', ['pmcid PMC7745181', 'trial NCT04368728', 'trial ISRCTN50189673']],
    ['ISBN 978-92-4-156513-4, 9789241565134', ['isbn 9789241565134', 'isbn 9789241565134']],
    ['ISBN 978-92-4-156513-8 has a wrong digit, 97892415651349 one too many', []],
    ['https://detox.example/shop?cite=10.1056/fake https://x.example/10.1056/fake', []],
    ['version 10.15/6, call 10.1056, NCT123, PMC12', []],
    ['10.5 / 10.1056/', []],
  ])('of %j are %j', (text, expected) => {
    expect(identifiersIn(text).map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected);
  });

  it('know their place in the text', () => {
    const text = 'Read doi:10.1056/NEJMoa2034577!';
    const [found] = identifiersIn(text);
    expect(text.slice(found?.span.start, found?.span.end)).toBe('10.1056/NEJMoa2034577');
  });

  it('are read from a long text of digits and dots in linear time', () => {
    expect(identifiersIn('10.1056'.repeat(20_000))).toEqual([]);
    expect(identifiersIn('10.10561/ '.repeat(20_000))).toEqual([]);
  });
});

describe('a DOI in a path', () => {
  it.each([
    ['/doi/full/10.1056/NEJMoa2034577', '10.1056/nejmoa2034577'],
    ['/10.1016/j.cell.2020.01.001', '10.1016/j.cell.2020.01.001'],
    ['/content/10.1101/2020.03.01.20029769v2.full.pdf', '10.1101/2020.03.01.20029769'],
    ['/doi/10.1001/jama.2020.1585/pdf', '10.1001/jama.2020.1585'],
    ['/articles/10.3389/fneur.2021.1/full', '10.3389/fneur.2021.1'],
    ['/article?id=10.1371/journal.pmed.0020124', '10.1371/journal.pmed.0020124'],
    ['/news/2010.1056/x', null],
    ['/conditions/lupus', null],
  ])('of %j is %j', (path, expected) => {
    expect(doiInPath(path)).toBe(expected);
  });
});

it('the beginnings of a DOI go from the longest to the prefix', () => {
  expect(beginningsOf('10.1001/jama.2020.1')).toEqual(['10.1001/jama.2020.1', '10.1001/jama.2020', '10.1001/jama', '10.1001']);
});
