import { describe, expect, it } from 'vitest';
import { beginningsOf, doiInPath, doiOfPii, identifiersIn, mayIdentify } from '../../src/core/identifiers.ts';

describe('identifiers in a text', () => {
  it.each([
    ['See doi:10.1056/NEJMoa2034577.', ['doi 10.1056/nejmoa2034577']],
    ['(https://doi.org/10.1016/S0140-6736(20)30183-5)', ['doi 10.1016/s0140-6736(20)30183-5']],
    ['PMID: 33301246; PMID 1234567', ['pmid 33301246', 'pmid 1234567']],
    ['PMC7745181 and NCT04368728, ISRCTN50189673', ['pmcid PMC7745181', 'trial NCT04368728', 'trial ISRCTN50189673']],
    [
      'ACTRN12605000001695, DRKS00012345, RBR-4b9vnw, ChiCTR2000029308, ChiCTR-IPR-16009999',
      [
        'trial ACTRN12605000001695',
        'trial DRKS00012345',
        'trial RBR-4b9vnw',
        'trial ChiCTR2000029308',
        'trial ChiCTR-IPR-16009999',
      ],
    ],
    [
      'CTRI/2020/01/012345 jRCTs031200001 PACTR202001234567890 EudraCT: 2020-001000-10',
      ['trial CTRI/2020/01/012345', 'trial jRCTs031200001', 'trial PACTR202001234567890', 'trial 2020-001000-10'],
    ],
    ['order 2020-001000-10, XNCT04368728, NCT043687281, DRKS0001', []],
    ['ISBN 978-92-4-156513-4, 9789241565134', ['isbn 9789241565134', 'isbn 9789241565134']],
    ['ISBN 978-92-4-156513-8 has a wrong digit, 97892415651349 one too many', []],
    ['https://detox.example/shop?cite=10.1056/fake https://x.example/10.1056/fake', []],
    ['version 10.15/6, call 10.1056, NCT123, PMC12', []],
    ['10.5 / 10.1056/', []],
  ])('of %j are %j', (text, expected) => {
    expect(identifiersIn(text).map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected);
    if (expected.length > 0) expect(mayIdentify(text)).toBe(true);
  });

  it('know their place in the text', () => {
    const text = 'Read doi:10.1056/NEJMoa2034577!';
    const [found] = identifiersIn(text);
    expect(text.slice(found?.span.start, found?.span.end)).toBe('10.1056/NEJMoa2034577');
  });

  it('know where they end, also with letters behind them that get longer in lower case', () => {
    const text = 'Read doi:10.1056/NEJMoa2034577İ';
    expect(identifiersIn(text)[0]?.span.end).toBe(text.length);
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

it.each([
  ['/journals/lancet/article/PIIS0140-6736(20)31180-6/fulltext', '10.1016/s0140-6736(20)31180-6'],
  ['/science/article/pii/S0140673620311806', '10.1016/s0140-6736(20)31180-6'],
  ['/retrieve/pii/S221509062030000X', '10.1016/s2215-0906(20)30000-x'],
  ['/journals/lancet/onlinefirst', null],
  ['/science/article/pii/S01406736203118061', null],
])('the DOI of an article number at Elsevier in %j is %j', (path, expected) => {
  expect(doiOfPii(path)).toBe(expected);
});

it('the beginnings of a DOI go from the longest to the prefix', () => {
  expect(beginningsOf('10.1001/jama.2020.1')).toEqual(['10.1001/jama.2020.1', '10.1001/jama.2020', '10.1001/jama', '10.1001']);
});
