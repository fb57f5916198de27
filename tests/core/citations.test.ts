import { describe, expect, it } from 'vitest';
import { citationsIn, type OwnList } from '../../src/core/citations.ts';
import { type OwnSource, ownSourceFinder } from '../../src/core/own-sources.ts';
import type { Link, Post } from '../../src/core/post.ts';
import { encodeRetractions, openRetractions } from '../../src/core/retractions.ts';
import { encodeSourceIndex, type IndexedSource, openSourceIndex } from '../../src/core/source-index.ts';
import { EMPTY_POST } from './empty-post.ts';

const SOURCES: readonly IndexedSource[] = [
  {
    id: 'who',
    name: 'WHO',
    kind: 'public-health-agency',
    keys: ['under:who.int', 'x:who', 'facebook:who', 'youtube:@who', 'isbn:978924'],
  },
  { id: 'nhs', name: 'NHS', kind: 'reference-work', keys: ['under:nhs.uk'] },
  { id: 'nejm', name: 'NEJM', kind: 'journal', keys: ['under:nejm.org', 'doi:10.1056'] },
  { id: 'jama', name: 'JAMA', kind: 'journal', keys: ['host:jamanetwork.example', 'doi:10.1001/jama'] },
  { id: 'wiley', name: 'Wiley', kind: 'publisher', keys: ['host:onlinelibrary.wiley.com', 'doi:10.1002'] },
  { id: 'annals', name: 'Annals of Neurology', kind: 'journal', keys: ['doi:10.1002/ana'] },
  { id: 'lancet', name: 'The Lancet', kind: 'journal', keys: ['doi:10.1016/s0140-6736'] },
  { id: 'elsevier', name: 'Elsevier', kind: 'publisher', keys: ['host:sciencedirect.com', 'doi:10.1016'] },
  { id: 'nature', name: 'Nature Portfolio', kind: 'publisher', keys: ['host:nature.com', 'doi:10.1038'] },
  { id: 'bookshelf', name: 'Bookshelf', kind: 'reference-work', keys: ['path:ncbi.nlm.nih.gov/books'] },
  { id: 'nih', name: 'NIH', kind: 'government-health-body', keys: ['under:nih.gov', 'x:nih'] },
  { id: 'pubmed', name: 'PubMed', kind: 'reference-work', keys: ['host:pubmed.ncbi.nlm.nih.gov'] },
  { id: 'pmc', name: 'PMC', kind: 'reference-work', keys: ['path:ncbi.nlm.nih.gov/pmc'] },
  { id: 'clinicaltrials-gov', name: 'ClinicalTrials.gov', kind: 'reference-work', keys: ['host:clinicaltrials.gov'] },
  { id: 'medrxiv', name: 'medRxiv', kind: 'preprint-server', keys: ['under:medrxiv.org', 'doi:10.1101'] },
  { id: 'pills', name: 'Pills Ltd', kind: 'seller', keys: ['host:pills.example'] },
  { id: 'state', name: 'State University Hospital', kind: 'hospital', keys: ['under:state.example'] },
];
const index = openSourceIndex(
  encodeSourceIndex(SOURCES, ['host:news.state.example', 'path:state.example/sport', 'doi:10.1038/d41586']),
);
const retractions = openRetractions(encodeRetractions([{ doi: '10.1056/withdrawn1', natures: ['retraction'] }], '2025-08'));

const NO_OWN_LIST: OwnList = { find: () => undefined, muted: new Set() };

function cited(post: Partial<Post>, ownList = NO_OWN_LIST) {
  return citationsIn({ ...EMPTY_POST, ...post }, [], true, index, retractions, ownList);
}

function linked(href: string, place: Link['place'] = 'text') {
  return cited({ links: [{ href, place }] });
}

describe('a link cites', () => {
  it.each([
    ['https://www.who.int/news/item/x', 'who'],
    ['https://WWW.WHO.INT./x', 'who'],
    ['http://apps.who.int:8080/iris', 'who'],
    ['https://www.royalfree.nhs.uk/services/amyloidosis', 'nhs'],
    ['https://www.nejm.org/doi/full/10.1056/NEJMoa1?query=x&utm_source=y', 'nejm'],
    ['https://doi.org/10.1056/NEJMoa1', 'nejm'],
    ['https://dx.doi.org/10.1001/jama.2020.1', 'jama'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/ana.25000', 'annals'],
    ['https://onlinelibrary.wiley.com/doi/full/10.1002/hep.1', 'wiley'],
    ['https://doi.org/10.1016/S0140-6736(20)30183-5', 'lancet'],
    ['https://www.sciencedirect.com/science/article/pii/S0140673620301835', 'lancet'],
    ['https://www.nature.com/articles/s41586-020-1.pdf', 'nature'],
    ['https://www.ncbi.nlm.nih.gov/books/NBK1116/', 'bookshelf'],
    ['https://www.ncbi.nlm.nih.gov/Books/nbk1116', 'bookshelf'],
    ['https://www.ncbi.nlm.nih.gov/bookshelf', 'nih'],
    ['https://pubmed.ncbi.nlm.nih.gov/33301246/', 'pubmed'],
    ['https://x.com/WHO/status/1', 'who'],
    ['https://mobile.twitter.com/who', 'who'],
    ['https://m.facebook.com/WHO/posts/1', 'who'],
    ['https://www.youtube.com/@who/videos', 'who'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.who.int%2Fx', 'who'],
    ['https://state.example/cardiology', 'state'],
  ])('%s → %s', (href, expected) => {
    expect(linked(href).map(({ source, how }) => [source, how])).toEqual([[expected, 'link']]);
  });
});

describe('a link cites nobody', () => {
  it.each([
    'https://nih.gov.evil.example/',
    'https://who.int@evil.example/',
    'https://evil.example/who.int',
    'https://evil.example/?u=https://who.int/',
    'https://notwho.int/',
    'https://who.int.co/',
    'https://whо.int/',
    'https://xn--wh-gmc.int/',
    'https://t.co/abc',
    'https://bit.ly/who',
    'https://x.com/WHOfan/status/1',
    'https://x.com/someone/status/1?via=who',
    'https://facebook.com/groups/who',
    'https://x.com/',
    'https://news.state.example/student-paper',
    'https://state.example/sport/results',
    'https://evil.example/10.9999/who',
    // anybody can write a DOI into an address
    'https://detox.example/shop?cite=10.1056/fake',
    'https://doi-org.proxy.example/10.1056/NEJMoa1',
    'https://google.hax.io/url?q=https://www.who.int/x',
    // errands
    'https://jobs.who.int/finance-manager',
    'https://www.who.int/careers/nurse',
    'https://state.example/about/donate',
    'https://www.nature.com/articles/d41586-020-00001-1',
    'who.int evil',
    'javascript:who.int',
  ])('%s', (href) => {
    expect(linked(href)).toEqual([]);
  });
});

describe('a citation', () => {
  it('of a card that tells only the host is of the body, never of a page', () => {
    expect(linked('https://who.int/', 'card-host')).toMatchObject([{ source: 'who', how: 'card' }]);
    expect(linked('https://ncbi.nlm.nih.gov/books', 'card-host')).toMatchObject([{ source: 'nih' }]);
  });

  it('is found by identifiers in the text, at their place', () => {
    const text = 'doi:10.1056/NEJMoa1 PMID: 33301246 PMC7745181 NCT04368728';
    const found = cited({ text });
    expect(found.map(({ source, how }) => `${source} ${how}`)).toEqual([
      'nejm doi',
      'pubmed pmid',
      'pmc pmcid',
      'clinicaltrials-gov trial',
    ]);
    expect(found.map(({ span }) => text.slice(span?.start, span?.end))).toEqual([
      '10.1056/NEJMoa1',
      '33301246',
      'PMC7745181',
      'NCT04368728',
    ]);
  });

  it('is found by a book’s ISBN, by the publisher that has its numbers', () => {
    expect(cited({ text: 'ISBN 978-92-4-156513-4' })).toMatchObject([{ source: 'who', how: 'isbn' }]);
    expect(cited({ text: 'ISBN 978-0-306-40615-7' })).toEqual([]);
  });

  it('of one paper by its link and by its DOI counts once', () => {
    expect(
      cited({ text: '10.1056/NEJMoa1', links: [{ href: 'https://nejm.org/doi/10.1056/NEJMoa1', place: 'text' }] }),
    ).toHaveLength(1);
  });

  it('of a paper is told by its DOI in the text whatever hangs behind it', () => {
    expect(cited({ text: 'https://doi.org/10.1056/withdrawn1?utm_source=x' })[0]?.flags).toEqual(['retracted']);
    expect(cited({ text: 'doi:10.1056/withdrawn1/full' })[0]?.flags).toEqual(['retracted']);
  });

  it('is marked when the paper was retracted or is a preprint, or when a seller wrote it', () => {
    expect(linked('https://doi.org/10.1056/WITHDRAWN1')[0]?.flags).toEqual(['retracted']);
    expect(linked('https://www.medrxiv.org/content/10.1101/2020.03.01.1v1')[0]?.flags).toEqual(['not-peer-reviewed']);
    expect(linked('https://pills.example/cure')[0]?.flags).toEqual(['sells-what-it-writes-about']);
  });

  it('is found by the account that posts, on its own site only', () => {
    expect(cited({ author: 'who' })).toMatchObject([{ source: 'who', how: 'account' }]);
    expect(cited({ author: 'nih', site: 'facebook' })).toEqual([]);
    expect(cited({ author: 'who', site: null })).toEqual([]);
  });

  it('is found by a handle named as the source', () => {
    expect(cited({ text: 'One in ten. via @NIH' })).toMatchObject([{ source: 'nih', how: 'name', where: '@NIH' }]);
  });

  it('is read from 1,000 links without reading them all', () => {
    const links = Array.from({ length: 1000 }, (_, number): Link => ({ href: `https://who.int/${number}`, place: 'text' }));
    expect(cited({ links }).length).toBeLessThanOrEqual(50);
  });
});

describe("the reader's own list", () => {
  const CLINIC: OwnSource = { host: 'clinic.example', name: 'Our clinic', kind: 'hospital' };
  const own = (...sources: readonly OwnSource[]): OwnList => ({ ...NO_OWN_LIST, find: ownSourceFinder(sources) });
  const links = (href: string, place: Link['place'] = 'text') => ({ links: [{ href, place }] });

  it.each<[href: string, place: Link['place'], how: string]>([
    ['https://www.clinic.example/lupus', 'text', 'link'],
    ['https://patients.clinic.example/lupus', 'text', 'link'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fclinic.example%2Flupus', 'card', 'link'],
    ['https://clinic.example/', 'card-host', 'card'],
  ])('%s (%s) cites a source of it', (href, place, how) => {
    expect(cited(links(href, place), own(CLINIC))).toMatchObject([
      { source: 'own:clinic.example', name: 'Our clinic', kind: 'hospital', how, flags: [] },
    ]);
  });

  it.each([
    'https://notclinic.example/',
    'https://clinic.example.evil.example/',
    'https://clinic.example@evil.example/',
    'https://clinic.example/jobs',
  ])('%s does not', (href) => {
    expect(cited(links(href), own(CLINIC))).toEqual([]);
  });

  it('speaks before the list', () => {
    const mine = own({ host: 'who.int', name: 'My WHO', kind: 'health-website' });
    expect(cited(links('https://www.who.int/news'), mine)).toMatchObject([{ source: 'own:who.int', kind: 'health-website' }]);
  });

  it('the longest host speaks', () => {
    const mine = own(CLINIC, { host: 'shop.clinic.example', name: 'Its pharmacy', kind: 'seller' });
    expect(cited(links('https://shop.clinic.example/x'), mine)).toMatchObject([
      { name: 'Its pharmacy', flags: ['sells-what-it-writes-about'] },
    ]);
  });

  it('a paper that was withdrawn is so on an own source too', () => {
    const mine = own({ host: 'mirror.example', name: 'A mirror', kind: 'journal' });
    expect(cited(links('https://mirror.example/doi/10.1056/withdrawn1'), mine)).toMatchObject([
      { source: 'own:mirror.example', flags: ['retracted'] },
    ]);
  });

  it.each<[what: string, post: Partial<Post>]>([
    ['a link', links('https://www.who.int/news')],
    ['an account', { author: 'WHO' }],
    ['a book', { text: 'See ISBN 978-92-4-154703-1' }],
  ])('a muted source is not cited by %s', (_, post) => {
    expect(cited(post).map(({ source }) => source)).toEqual(['who']);
    expect(cited(post, { ...NO_OWN_LIST, muted: new Set(['who']) })).toEqual([]);
  });

  it('a muted source does not hide another one', () => {
    const post = {
      links: ['https://www.who.int/news', 'https://www.nhs.uk/x'].map((href) => ({ href, place: 'text' as const })),
    };
    expect(cited(post, { ...NO_OWN_LIST, muted: new Set(['who']) })).toMatchObject([{ source: 'nhs' }]);
  });
});
