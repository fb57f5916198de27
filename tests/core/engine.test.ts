import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../src/core/engine.ts';
import type { Post } from '../../src/core/post.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { EMPTY_POST } from './empty-post.ts';

// The door into core, over the real list: what goes through it in whole, and what must not break it.

const bytes = readFileSync('src/data/generated/index.bin');
const reader = readFileSync('src/data/generated/reader.bin');
const engine = createEngine(bytes, reader);

function assess(post: Partial<Post>) {
  return engine({ ...EMPTY_POST, ...post });
}

function linked(...hrefs: readonly string[]): Pick<Post, 'links'> {
  return { links: hrefs.map((href) => ({ href, place: 'text' })) };
}

const CLAIM = 'High blood pressure raises the risk of a stroke, and eating less salt lowers blood pressure.';

/** Texts of which it is not sure whether somebody tells of their own. */
const BORDERLINE = [
  "The headache is back and so is the doctor's waiting room.",
  'Migraine again. Lights off.',
  'Another infusion day at the clinic, book in the bag.',
  'Still waiting for the biopsy result.',
  'Physio twice a week now, the knee is coming along.',
  'Coffee helps my asthma more than I would like to admit.',
  'Chemo number four, playlist ready.',
];

describe('the engine', () => {
  it('names a condition, whose post it is, and what it cites', () => {
    const found = assess({
      text: 'My daughter was diagnosed with Dravet syndrome last spring. Her consultant gave us this page',
      ...linked('https://www.orpha.net/en/disease/detail/33069'),
    });
    expect(found.labels).toEqual(['carer-experience', 'medical-source']);
    expect(found.mentions.map(({ name }) => name)).toContain('Dravet syndrome');
    expect(found.citations).toMatchObject([{ source: 'orphanet', how: 'link', flags: [] }]);
  });

  it('takes no advert for a story', () => {
    const text = 'I was diagnosed with psoriasis ten years ago and nothing helped my skin until this cream.';
    expect(assess({ text }).labels).toEqual(['patient-experience']);
    expect(assess({ text, promoted: true }).labels).not.toContain('patient-experience');
  });

  it.each([
    ['Fever, a rash that begins on the face, then pneumonia: measles kills children.', ['medical-source']],
    ['What a lovely morning by the lake', []],
  ])('counts the front page of a listed body under words about health only: %s', (text, labels) => {
    expect(assess({ text, ...linked('https://www.who.int/') }).labels).toEqual(labels);
  });

  it('answers a text in another language by its citation alone', () => {
    const text = 'J’ai été diagnostiquée avec un lupus et je suis très fatiguée';
    expect(assess({ text }).labels).toEqual([]);
    expect(assess({ text, ...linked('https://www.orpha.net/fr/disease/detail/536') }).labels).toEqual(['medical-source']);
  });

  it.each([
    'Happy birthday to my best friend',
    'My husband and I are off to the lake for the weekend',
    'I was so sure that we would lose',
  ])('marks no text without a word of illness or health: %s', (text) => {
    expect(assess({ text }).labels).toEqual([]);
  });

  it('names an illness by a word with other meanings, where the text tells of it', () => {
    const found = assess({ text: 'Diabetes took my grandad before I was born and now it is coming for my mum' });
    expect(found.labels).toEqual(['carer-experience']);
    expect(found.mentions.map(({ name }) => name)).toEqual(['diabetes']);
    expect(assess({ text: 'this cake is pure diabetes' })).toMatchObject({ labels: [], mentions: [] });
  });

  it("goes by the reader's choices", () => {
    const post = { ...EMPTY_POST, text: CLAIM, ...linked('https://clinic.example/salt') };
    expect(engine(post).labels).toEqual(['no-source']);
    const own = [{ host: 'clinic.example', name: 'Our clinic', kind: 'hospital' as const }];
    expect(createEngine(bytes, reader, { ...DEFAULT_SETTINGS, ownSources: own })(post)).toMatchObject({
      labels: ['medical-source'],
      citations: [{ source: 'own:clinic.example' }],
    });

    const listed = { ...post, ...linked('https://www.orpha.net/en/disease/detail/536') };
    expect(engine(listed).labels).toEqual(['medical-source']);
    expect(createEngine(bytes, reader, { ...DEFAULT_SETTINGS, mutedSources: ['orphanet'] })(listed)).toMatchObject({
      labels: ['no-source'],
      citations: [],
    });
  });

  it('reads as strictly as it is told to', () => {
    const balanced = createEngine(bytes, reader, { ...DEFAULT_SETTINGS, strictness: 'balanced' });
    const marked = (by: Engine) => BORDERLINE.filter((text) => by({ ...EMPTY_POST, text }).labels.length > 0);
    expect(marked(balanced).length).toBeGreaterThan(marked(engine).length);
    expect(marked(balanced)).toEqual(expect.arrayContaining(marked(engine)));
  });

  it('is the same for the same bytes, wherever they lie', () => {
    const shifted = new Uint8Array(bytes.length + 5);
    shifted.set(bytes, 5);
    const again = createEngine(shifted.subarray(5), reader);
    const post: Post = { ...EMPTY_POST, text: 'I was diagnosed with lupus', ...linked('https://www.nhs.uk/conditions/lupus/') };
    expect(again(post)).toEqual(engine(post));
  });

  it('refuses damaged bytes and says so', () => {
    expect(() => createEngine(bytes.subarray(0, 1000), reader)).toThrow('The list');
    expect(() => createEngine(new Uint8Array(0), reader)).toThrow('too few');
    expect(() => createEngine(bytes, reader.subarray(0, 1000))).toThrow();
  });
});

describe('bad input ends in no label, or in the label of what can be read', () => {
  it.each<[string, Partial<Post>]>([
    ['nothing', {}],
    ['only emoji', { text: '😀🎗️👩‍⚕️❤️'.repeat(500) }],
    ['broken surrogates', { text: '\ud83d my \udc00 \ud83d' }],
    ['100,000 characters without a space', { text: 'a'.repeat(100_000) }],
    ['100,000 marks without a letter', { text: '.'.repeat(100_000) }],
    ['100,000 hashes', { text: '#'.repeat(100_000) }],
    ['null characters', { text: '\0'.repeat(1000) }],
    ['a link that is no address', linked('my story', '', 'https://', 'javascript:alert(1)', 'data:text/html,who.int')],
    ['a link with user info', linked('https://who.int@evil.example/', 'https://orpha.net:443@evil.example/')],
    [
      'a link that looks like a listed host',
      linked('https://nih.gov.evil.example/', 'https://evil.example/nih.gov', 'https://orpha.net.co/'),
    ],
    ['a homograph', linked('https://оrpha.net/', 'https://xn--rpha-55d.net/')],
    ['1,000 links to nobody', linked(...Array.from({ length: 1000 }, (_, number) => `https://evil.example/${number}`))],
  ])('%s', (_, post) => {
    expect(assess(post)).toMatchObject({ id: 'x:1', labels: [], citations: [] });
  });

  it('a text of 100,000 characters is read, and its spans lie in it', () => {
    const text = 'I was diagnosed with lupus. '.repeat(3600);
    const { experience, mentions } = assess({ text });
    expect(mentions.length).toBeGreaterThan(1000);
    for (const { start, end } of [...mentions, ...(experience?.because ?? [])]) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  it('any post at all is answered, and every span lies in its text', () => {
    const word = fc.constantFrom(
      'I',
      'my son',
      'diagnosed',
      'lupus',
      'MS',
      'according to the CDC',
      '10.1056/x',
      '#EDS',
      '🎗️',
      '\ud800',
      'cures',
      'https://nhs.uk',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(word, fc.string()), { maxLength: 40 }).map((words) => words.join(' ')),
    );
    const href = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.string().map((path) => `https://www.orpha.net/${path}`),
    );
    const language = fc.option(fc.oneof(fc.string(), fc.constantFrom('en', 'fr', 'und')), { nil: null });
    fc.assert(
      fc.property(
        text,
        fc.array(href, { maxLength: 5 }),
        language,
        fc.option(fc.string(), { nil: null }),
        (words, hrefs, lang, author) => {
          const found = assess({ text: words, ...linked(...hrefs), language: lang, author });
          const spans = [
            ...found.mentions,
            ...(found.experience?.because ?? []),
            ...(found.claim?.because ?? []),
            ...found.citations.flatMap(({ span }) => span ?? []),
          ];
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(words.length);
          }
          if (!found.health) expect(found.labels).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
