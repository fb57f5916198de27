// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Assessment, CitedBy } from '../../src/core/assessment.ts';
import { assessment, citation, entryRecord, mention, shownMark, sourceRecord, TEXT } from './marks.tsx';

const CITED = assessment({ labels: ['medical-source'], citations: [citation()] });
const BOTH = assessment({ labels: ['patient-experience', 'medical-source'], citations: [citation()] });
const CLAIM = assessment({ labels: ['no-source'], experience: null, claim: { score: 0.8, because: [{ start: 60, end: 77 }] } });

const opened = (found: Assessment, given: Parameters<typeof shownMark>[0] = {}) =>
  shownMark({ assessment: found, open: found.labels[0] ?? null, ...given });

const linksIn = (root: ShadowRoot) => [...root.querySelectorAll<HTMLAnchorElement>('.panel a')];

describe('what it says', () => {
  test.each<[what: string, found: Assessment, says: string[]]>([
    ['a patient', assessment(), ['The writer tells of their own health', "tell of the writer's own experience", 'needs none']],
    [
      'a carer',
      assessment({ labels: ['carer-experience'] }),
      ['someone they are close to or care for', 'someone close to the writer'],
    ],
    ['a source', CITED, ['leads to a medical source on our list', 'A link leads to Orphanet', 'Medical reference work']],
    ['no source', CLAIM, ['leads to no medical source', 'It helps to read.', 'None leads to a medical source']],
  ])('%s', (_, found, says) => {
    const mark = opened(found);
    for (const words of says) expect(mark.text()).toContain(words);
    expect(mark.text()).toContain('It does not say whether the post is true.');
    expect(mark.text()).toContain('No mark means “not assessed”.');
    expect(mark.text()).toContain('This is not medical advice.');
  });

  test.each<[what: string, found: Assessment, kinds: string[]]>([
    ['both', BOTH, ['Patient experience', 'Medical source cited']],
    ['experience', assessment(), ['Patient experience', 'Medical source cited']],
    ['a source', CITED, ['Medical source cited', 'Patient experience']],
    ['no source', CLAIM, ['No medical source cited', 'Patient experience']],
  ])('of a post with %s both kinds stand side by side and are made alike', (_, found, kinds) => {
    const shown = [...opened(found).root.querySelectorAll('.kinds > *')];
    expect(shown.map((kind) => kind.querySelector('h2')?.textContent)).toEqual(kinds);
    expect(new Set(shown.map((kind) => kind.className)).size).toBe(1);
    expect(shown.map((kind) => kind.textContent?.includes('Not on this post'))).toEqual([false, found !== BOTH]);
  });

  test('its parts stand in their order', () => {
    const records = { sources: [sourceRecord()], entries: [entryRecord()] };
    const mark = opened({ ...BOTH, mentions: [mention()] }, { records });
    expect([...mark.root.querySelectorAll('.panel h2, .panel h3')].map(({ textContent }) => textContent)).toEqual([
      'Patient experience',
      'Medical source cited',
      'Why these marks',
      'Cited sources',
      'Named in this post',
      'What a mark does not say',
      'If you need help now',
      'What you can do',
    ]);
  });

  test('it holds the same whichever of two badges opened it', () => {
    const mark = opened(BOTH);
    const before = mark.text();
    mark.update({ open: 'medical-source' });
    expect(mark.text()).toBe(before);
  });

  test("the words that spoke are highlighted in the post's own text", () => {
    const mark = opened(assessment());
    expect([...mark.root.querySelectorAll('mark')].map((spoken) => spoken.textContent)).toEqual(['I was told that I have']);
    expect(TEXT.startsWith(mark.root.querySelector('blockquote')?.textContent?.slice(0, 40) ?? '?')).toBe(true);
  });

  test.each<CitedBy>(['link', 'card', 'doi', 'pmid', 'pmcid', 'trial', 'isbn', 'name', 'account'])(
    'a source found by %s is named',
    (how) => {
      const mark = opened(assessment({ labels: ['medical-source'], citations: [citation({ how, where: 'the place' })] }));
      expect(mark.root.querySelector('.plain strong')?.textContent).toBe('Orphanet');
      expect(mark.text().includes('the place')).toBe(how !== 'account');
    },
  );

  test("the list's version and day are told", () => {
    const mark = opened(CITED, {
      list: { version: '2025-11-20.3', date: '2025-11-20', sources: 63, conditions: 1512, notices: '2025-08' },
    });
    expect(mark.text()).toContain('version 2025-11-20.3 of November 20, 2025, 63 sources, 1,512 conditions');
  });
});

describe('the records behind it', () => {
  test('a source has its country, evidence and the day it was checked', () => {
    const mark = opened(CITED, { records: { sources: [sourceRecord({ funding: 'Inserm' })], entries: [] } });
    expect(mark.text()).toContain('Medical reference work · France');
    expect(mark.text()).toContain('In the Research Organization Registry (ROR): 02vjkv261');
    expect(mark.text()).toContain('A person last checked this on May 3, 2025.');
    expect(mark.text()).toContain('Who runs or pays for it: Inserm');
    expect(linksIn(mark.root).map(({ href }) => href)).toContain('https://ror.org/02vjkv261');
  });

  test("a source of the reader's own list says so and nothing more", () => {
    const own = sourceRecord({
      id: 'own:clinic.example',
      name: 'Clinic',
      country: 'ZZ',
      home: 'https://clinic.example/',
      checked: null,
    });
    const found = { ...CITED, citations: [citation({ source: own.id, name: 'Clinic' })] };
    const mark = opened(found, { records: { sources: [own], entries: [] } });
    expect(mark.text()).toContain('leads to a source on your own list.');
    expect(mark.text()).toContain('On your own list. You added it in the settings.');
    expect(mark.text()).not.toMatch(/No person has opened|Unknown|Object to|(?<!not|no medical source) on our list/);
    const beside = opened({ ...CITED, citations: [citation(), ...found.citations] });
    expect(beside.text()).toContain('leads to a medical source on our list.');
  });

  test("a seller of the reader's own list is not said to be on ours", () => {
    const seller = citation({ source: 'own:shop.example', name: 'Shop', kind: 'seller' });
    const mark = opened({ ...CITED, citations: [citation(), seller] });
    expect(mark.text()).toContain('You added it in the settings.It does not count as a medical source.');
    expect(mark.text()).not.toContain('On our list as what it is');
  });

  test('what happened to a paper is dated, with the paper to look at', () => {
    const paper = citation({ kind: 'journal', how: 'doi', where: '10.1000/bad', flags: ['retracted', 'corrected'] });
    const list = { version: '2025-11-20.3', date: '2025-11-20', sources: 63, conditions: 1512, notices: '2025-08' };
    const mark = opened({ ...CITED, citations: [paper] }, { list });
    const flags = [...mark.root.querySelectorAll('.flags li')];
    expect(flags).toHaveLength(2);
    for (const flag of flags) {
      expect(flag.textContent).toContain('As known in August 2025.');
      expect(flag.querySelector('a')?.href).toBe('https://doi.org/10.1000/bad');
    }
    const preprint = citation({ kind: 'preprint-server', flags: ['not-peer-reviewed'] });
    expect(opened({ ...CITED, citations: [preprint] }, { list }).text()).not.toContain('As known in');
  });

  test('that nobody has checked a source is said', () => {
    const mark = opened(CITED, { records: { sources: [sourceRecord({ checked: null })], entries: [] } });
    expect(mark.text()).toContain('No person has opened the evidence yet.');
    expect(mark.text()).not.toContain('A person last checked');
  });

  test.each([
    ['INT', 'International'],
    ['EU', 'European Union'],
    ['JP', 'Japan'],
    ['no country', 'no country'],
  ])('the country %s is told as "%s"', (country, says) => {
    const mark = opened(CITED, { records: { sources: [sourceRecord({ country })], entries: [] } });
    expect(mark.root.querySelector('.card .soft')?.textContent).toBe(`Medical reference work · ${says}`);
  });

  test('two pages of one source are told apart', () => {
    const pages = [
      { source: 'medlineplus', url: 'https://medlineplus.gov/marfansyndrome.html', language: 'en', part: null, how: 'id' },
      {
        source: 'medlineplus',
        url: 'https://medlineplus.gov/ency/article/000418.htm',
        language: 'en',
        part: 'encyclopedia',
        how: 'id',
      },
    ] as const;
    const sources = [sourceRecord({ id: 'medlineplus', name: 'MedlinePlus' })];
    const mark = opened(assessment({ mentions: [mention()] }), { records: { sources, entries: [entryRecord({ pages })] } });
    expect(mark.text()).toContain('MedlinePlus, encyclopedia');
  });

  test('of many organisations the nearest come first, and the rest are a click away', () => {
    const all = [
      sourceRecord({ id: 'fr', name: 'Amis de Marfan', country: 'FR', languages: ['fr'] }),
      sourceRecord({ id: 'us', name: 'Marfan Friends', country: 'US', languages: ['en'] }),
      sourceRecord({ id: 'int', name: 'Marfan World', country: 'INT', languages: ['en'] }),
      ...['AT', 'CH', 'DE', 'LU'].map((country) =>
        sourceRecord({ id: country, name: `Marfan ${country}`, country, languages: ['de'] }),
      ),
    ];
    const entries = [entryRecord({ organisations: all.map(({ id }) => id) })];
    const near = { languages: ['en-GB'], country: null };
    const mark = opened(assessment({ mentions: [mention()] }), { records: { sources: all, entries }, near });
    const names = linksIn(mark.root).map(({ textContent }) => textContent?.replace(' (opens in a new tab)', ''));
    expect(names.filter((name) => /Marfan (?:World|Friends)|Amis/.test(name ?? ''))).toEqual([
      'Marfan World',
      'Marfan Friends',
      'Amis de Marfan',
    ]);
    expect(mark.root.querySelector('details summary')?.textContent).toBe('2 more');
    expect(mark.root.querySelectorAll('details li')).toHaveLength(2);
    mark.update({ near: { languages: ['de'], country: 'FR' } });
    const links = linksIn(mark.root).map(({ textContent }) => textContent?.replace(' (opens in a new tab)', ''));
    expect(links.slice(0, 5)).toEqual(['Amis de Marfan', 'Marfan AT', 'Marfan CH', 'Marfan DE', 'Marfan LU']);
  });

  test("pages in the reader's languages come first, others are a click away, and all are shown when they read none", () => {
    const page = (language: string) =>
      ({ source: 's', url: `https://${language}.example/`, language, part: null, how: 'id' }) as const;
    const records = { sources: [], entries: [entryRecord({ pages: ['en', 'fr', 'de', 'pt-BR'].map(page) })] };
    const mark = opened(assessment({ mentions: [mention()] }), { records, near: { languages: ['pt', 'de-AT'], country: null } });
    const hosts = () => linksIn(mark.root).map(({ hostname, parentElement }) => [hostname, !parentElement?.closest('details')]);
    expect(hosts()).toEqual([
      ['pt-br.example', true],
      ['de.example', true],
      ['en.example', false],
      ['fr.example', false],
    ]);
    expect(mark.root.querySelector('summary')?.textContent).toBe('2 more pages in other languages');
    mark.update({ near: { languages: ['pl'], country: null } });
    expect(hosts().map(([, shown]) => shown)).toEqual([true, true, true, true]);
  });

  test('a condition has its code, its pages with how they were found, and its organisations', () => {
    const mark = opened(assessment({ mentions: [mention(), mention({ start: 0, end: 5 })] }), {
      records: {
        sources: [sourceRecord(), sourceRecord({ id: 'org', name: 'Marfan Friends', home: 'https://marfan.example/' })],
        entries: [
          entryRecord({
            organisations: ['org', 'gone'],
            pages: [
              { source: 'orphanet', url: 'https://www.orpha.net/en/disease/detail/558', language: 'en', part: null, how: 'id' },
              { source: 'other', url: 'https://other.example/marfan', language: 'es', part: null, how: 'name' },
            ],
          }),
        ],
      },
      near: { languages: ['en', 'es'], country: null },
    });
    expect(mark.text()).toContain('Rare condition · ORPHAcode 558');
    expect(mark.text()).toContain('Orphanet (opens in a new tab) English · matched by code');
    expect(mark.text()).toContain('other.example (opens in a new tab) Spanish · matched by name');
    expect(mark.text()).toContain('Marfan Friends');
    expect(mark.root.querySelectorAll('h4').length).toBe(1);
  });

  test('organisations for the group of a condition stand apart, under the name of the group', () => {
    const organisation = (id: string) => sourceRecord({ id, name: `Friends ${id}`, home: `https://${id}.example/` });
    const group = { id: 'MONDO:9', name: 'connective tissue diseases', organisations: ['own', 'wide'] };
    const records = {
      sources: [organisation('own'), organisation('wide')],
      entries: [entryRecord({ organisations: ['own'], group })],
    };
    const mark = opened(assessment({ mentions: [mention()] }), { records });
    expect(mark.text()).toMatch(
      /Patient organisationsFriends own .*Patient organisations for connective tissue diseasesFriends wide /,
    );
    expect(mark.text().match(/Friends own/g)).toHaveLength(1);
    mark.update({
      records: { ...records, entries: [entryRecord({ organisations: ['own'], group: { ...group, organisations: ['own'] } })] },
    });
    expect(mark.text()).not.toContain('connective tissue');
  });

  test.each([
    [true, 'Rare condition'],
    [false, 'Not a rare condition'],
    [null, 'Condition'],
  ])('rare: %s is told as "%s"', (rare, says) => {
    const mark = opened(assessment({ mentions: [mention()] }), {
      records: { sources: [], entries: [entryRecord({ rare, orpha: null })] },
    });
    expect(mark.root.querySelector('.card .soft')?.textContent).toBe(says);
  });

  test('conditions come first, and a symptom only with a page about it', () => {
    const mark = opened(
      assessment({
        mentions: [
          mention({ id: 'd', name: 'losartan', kind: 'drug' }),
          mention({ id: 's', name: 'pain', kind: 'symptom' }),
          mention(),
        ],
      }),
    );
    expect([...mark.root.querySelectorAll('h4')].map((name) => name.textContent)).toEqual(['Marfan syndrome', 'losartan']);
  });

  test('a failure is not taken for "there are none"', () => {
    const failed = opened(CITED, { records: 'failed' });
    expect(failed.text()).toContain('could not be read just now');
    expect(failed.text()).toContain('Orphanet');
    expect(failed.text()).not.toContain('has no more about this source');
    const empty = opened(CITED);
    expect(empty.text()).toContain('has no more about this source');
    expect(empty.text()).not.toContain('could not be read');
  });

  test('while the list is read the rest is there', () => {
    const mark = opened(CITED, { records: 'loading' });
    expect(mark.text()).toContain('Reading our list');
    expect(mark.text()).toContain('A link leads to Orphanet');
    expect(mark.text()).not.toContain('has no more about this source');
  });

  test('what is no medical source is told as what it is', () => {
    const shop = citation({
      source: 'shop',
      name: 'Vita Shop',
      kind: 'seller',
      where: 'https://shop.example/',
      flags: ['sells-what-it-writes-about'],
    });
    const mark = opened({ ...CLAIM, citations: [shop] });
    expect(mark.text()).toContain('Seller');
    expect(mark.text()).toContain('It does not count as a medical source.');
    expect(mark.text()).toContain('earns money with the products');
  });

  test('of two papers in one journal, the retracted one is named', () => {
    const paper = (where: string, retracted: boolean) =>
      citation({ source: 'j', name: 'Journal', kind: 'journal', how: 'doi', where, flags: retracted ? ['retracted'] : [] });
    const mark = opened({ ...CITED, citations: [paper('10.1000/good', false), paper('10.1000/bad', true)] });
    expect(mark.root.querySelectorAll('.card').length).toBe(1);
    expect(mark.root.querySelector('.flags')?.textContent).toContain('10.1000/bad');
    expect(mark.root.querySelector('.flags')?.textContent).not.toContain('10.1000/good');
  });
});

describe('links', () => {
  test('open in a new tab that learns nothing', () => {
    const links = linksIn(opened(CITED, { records: { sources: [sourceRecord()], entries: [] } }).root);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link.target).toBe('_blank');
      expect(link.rel).toBe('noopener noreferrer');
    }
  });

  test.each([
    'http://www.orpha.net/',
    'javascript:alert(1)',
    'data:text/html,<b>',
    'https://who.int@evil.example/',
    'https://',
    '//evil.example',
    'blob:https://x.com/1',
    '',
  ])('"%s" is text', (where) => {
    const mark = opened(assessment({ labels: ['medical-source'], citations: [citation({ where })] }), {
      records: {
        sources: [sourceRecord({ home: where, evidence: [{ kind: 'law', id: '1', url: where }] })],
        entries: [],
      },
    });
    expect(linksIn(mark.root)).toEqual([]);
    expect(mark.text()).toContain(where);
  });

  test.each<[how: CitedBy, where: string, href: string]>([
    ['doi', '10.1000/a b?c', 'https://doi.org/10.1000/a%20b%3Fc'],
    ['pmid', '12/../3', 'https://pubmed.ncbi.nlm.nih.gov/12%2F..%2F3/'],
    ['pmcid', 'PMC99', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC99/'],
    ['trial', 'NCT00000001', 'https://clinicaltrials.gov/study/NCT00000001'],
    ['trial', 'ISRCTN00000001', 'https://www.isrctn.com/ISRCTN00000001'],
  ])('a %s leads to where it is looked up', (how, where, href) => {
    const mark = opened(assessment({ labels: ['medical-source'], citations: [citation({ how, where })] }));
    // Where the mark is explained, and with the source.
    expect(linksIn(mark.root).map((link) => link.href)).toEqual([href, href]);
  });
});

describe('hostile input', () => {
  const HOSTILE = '<img src=x onerror=alert(1)><script>alert(1)</script>\u202e';

  test('becomes text, whatever field it is in', () => {
    const found = assessment({
      labels: ['patient-experience', 'medical-source'],
      experience: { score: 1, voice: 'patient', because: [{ start: 0, end: HOSTILE.length }] },
      citations: [citation({ name: HOSTILE, where: HOSTILE }), citation({ name: HOSTILE, how: 'name', where: HOSTILE })],
      mentions: [mention({ name: HOSTILE })],
    });
    const mark = opened(found, {
      text: HOSTILE,
      records: { sources: [sourceRecord({ name: HOSTILE, funding: HOSTILE })], entries: [entryRecord({ name: HOSTILE })] },
    });
    expect(mark.root.querySelector('img, script')).toBeNull();
    expect(mark.root.querySelector('mark')?.textContent).toBe(HOSTILE);
  });

  test.each([
    { start: -5, end: 3 },
    { start: 70, end: 9999 },
    { start: 9, end: 9 },
    { start: 9, end: 2 },
    { start: Number.NaN, end: 4 },
    { start: 0, end: Number.POSITIVE_INFINITY },
  ])('a span from $start to $end does not break it', (span) => {
    const mark = opened(assessment({ experience: { score: 1, voice: 'patient', because: [span] } }));
    for (const spoken of mark.root.querySelectorAll('mark')) expect(TEXT).toContain(spoken.textContent);
    expect(mark.text()).toContain('What a mark does not say');
  });

  test('with no word that spoke it is the post as a whole', () => {
    expect(opened(assessment({ experience: { score: 1, voice: 'patient', because: [] } })).text()).toContain(
      'The post as a whole',
    );
  });
});
