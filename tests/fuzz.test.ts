import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { assessAll } from '../src/background/engine.ts';
import { answerFor } from '../src/cli/label-format.ts';
import { placeInColumn, placeInRow, placeInStrip, placeInText } from '../src/content/placement.ts';
import { themeOfGround } from '../src/content/theme.ts';
import { createEngine } from '../src/core/engine.ts';
import { doiInPath, identifiersIn } from '../src/core/identifiers.ts';
import { ownHostFrom } from '../src/core/own-sources.ts';
import type { Link, Post } from '../src/core/post.ts';
import { encodeRecords, openRecords } from '../src/core/record-file.ts';
import { openSections } from '../src/core/sections.ts';
import { DEFAULT_SETTINGS, settingsFrom } from '../src/core/settings.ts';
import { settingsFile, settingsFromFile } from '../src/core/settings-file.ts';
import { wordsOf } from '../src/core/text.ts';
import { addressesIn, hostOf, pathOf, segmentsOf, shownTarget, targetOf, withoutClosing } from '../src/core/url.ts';
import { answer } from '../src/messages.ts';
import { excerptsOf } from '../src/ui/excerpt.ts';
import { placeBeside } from '../src/ui/place.ts';
import { EMPTY_POST } from './core/empty-post.ts';

// Whatever a page, a store, a disk or a person hands us: 100,000 cases, the same in every run. Nothing throws that must not,
// nothing hangs, and what comes out has the form it says it has. (DOM fragments, 10,000 more: tests/sites/fragments.test.ts.)

const SEED = 20261124;
const AT_LEAST = 100_000;
let cases = 0;

const INDEX = readFileSync('src/data/generated/index.bin');
const READER = readFileSync('src/data/generated/reader.bin');
const engine = createEngine(INDEX, READER);

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { id: 'us', onMessage: { addListener: (listener: unknown) => Object.assign(hears, { listener }) }, onConnect: {} },
  },
}));
const hears: { listener?: (message: unknown, sender: object) => unknown } = {};

afterAll(() => {
  console.log(`fuzzed: ${cases.toLocaleString('en')} cases, seed ${SEED}`);
  expect(cases).toBeGreaterThanOrEqual(AT_LEAST);
});

function holds<Value>(
  runs: number,
  what: string,
  values: fc.Arbitrary<Value>,
  check: (value: Value) => void | Promise<void>,
): void {
  const property = fc.asyncProperty(values, async (value) => {
    cases += 1;
    await check(value);
  });
  test(`${what}: ${runs.toLocaleString('en')} cases`, () => fc.assert(property, { numRuns: runs, seed: SEED }), 120_000);
}

/** Pieces of which people write posts, and of which others make trouble. */
const PIECES = [
  ...[
    'I was diagnosed with',
    'lupus',
    'MS',
    'my son',
    'a new study shows',
    'Crohn’s disease',
    'chemo',
    'vaccine',
    'pain',
    'cures',
  ],
  ...[
    'https://www.nhs.uk/conditions/lupus/',
    'doi:10.1056/NEJMoa2034577',
    'PMID: 12345678',
    'who.int',
    '@WHO',
    '#lupus',
    'NCT01234567',
  ],
  ...[
    '…',
    '\n\n',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ud83d',
    '\udc00',
    '👩‍⚕️',
    'é',
    'e\u0301',
    'ﬁ',
    'İ',
    'ß',
    '​',
    '\0',
    '\ue000',
    '&lt;',
    '<b>',
  ],
  ...[
    '.'.repeat(200),
    ' '.repeat(200),
    'a'.repeat(300),
    '10.1000/'.repeat(30),
    '((((',
    '))))',
    '-'.repeat(99),
    '%E0%A4%A',
    '%2e%2e',
  ],
];
const text = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
);

const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(
      fc.constantFrom(
        'https://',
        'http://',
        '//',
        'javascript:',
        'data:',
        'HTTPS://',
        'https:/',
        'https://who.int@',
        '\u0001https://',
      ),
      fc.constantFrom(
        'www.nhs.uk',
        'WHO.INT.',
        'l.facebook.com',
        't.co',
        'google.com',
        'xn--80ak6aa92e.com',
        '[::1]',
        '1.2.3',
        'web.archive.org',
      ),
      fc.constantFrom(
        '/',
        '/l.php?u=',
        '/url?q=',
        '/amp/s/',
        '/web/2020/',
        '/doi/10.1056/x',
        '?',
        '#',
        ':99999/',
        '/%ff%fe',
        '\\',
      ),
      fc.oneof(text, fc.webUrl().map(encodeURIComponent)),
    )
    .map((parts) => parts.join('')),
  text,
);

const link: fc.Arbitrary<Link> = fc.record({ href: address, place: fc.constantFrom('text', 'card') });
const post: fc.Arbitrary<Post> = fc.record({
  id: text,
  site: fc.constantFrom('x', 'facebook', null),
  kind: fc.constantFrom('post', 'quote', 'comment'),
  text,
  links: fc.array(link, { maxLength: 4 }),
  language: fc.oneof(fc.constantFrom('en', 'fr', 'qme', null), text),
  promoted: fc.boolean(),
  truncated: fc.boolean(),
  author: fc.oneof(fc.constant(null), text),
}) as fc.Arbitrary<Post>;

const anything = fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true, withSparseArray: true, maxDepth: 3 });

describe('texts and links', () => {
  holds(25_000, 'words stand where they say, in order', text, (written) => {
    const words = wordsOf(written);
    let end = 0;
    for (let at = 0; at < words.count; at += 1) {
      const [start, stop] = [words.start[at] as number, words.end[at] as number];
      expect(start).toBeGreaterThanOrEqual(end);
      expect(stop).toBeGreaterThan(start);
      end = stop;
    }
    expect(end).toBeLessThanOrEqual(written.length);
  });

  holds(20_000, 'an address leads to a web address without user info, or nowhere', address, (written) => {
    const target = targetOf(written);
    if (target === null) return;
    expect(target.protocol).toMatch(/^https?:$/);
    expect(target.username + target.password).toBe('');
    expect(hostOf(target)).not.toMatch(/^www\.|\.$|[A-Z]/);
    expect(segmentsOf(target)).not.toContain('');
    expect(typeof doiInPath(pathOf(target))).toMatch(/string|object/);
  });

  holds(12_000, 'what a page shows of a link is an address, or its href', fc.tuple(address, text), ([href, words]) => {
    const shown = shownTarget(href, words);
    expect(shown === href || URL.canParse(shown)).toBe(true);
    for (const found of addressesIn(words)) expect(words).toContain(found);
    expect(words.startsWith(withoutClosing(words))).toBe(true);
    for (const { span } of identifiersIn(words)) expect(span.end).toBeLessThanOrEqual(words.length);
  });

  holds(4_000, 'excerpts are of the text', fc.tuple(text, fc.array(fc.tuple(fc.nat(90), fc.nat(90)))), ([written, pairs]) => {
    const spans = pairs.map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
    for (const part of excerptsOf(written, spans).flat()) expect(written).toContain(part.text.replaceAll(/^…\s?|\s?…$/g, ''));
  });
});

describe('posts', () => {
  holds(8_000, 'the engine answers every post, with spans within its text', post, (written) => {
    const found = engine(written);
    expect(found.id).toBe(written.id);
    const spans = [...found.mentions, ...(found.experience?.because ?? []), ...(found.claim?.because ?? [])];
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(written.text.length);
    }
    for (const { span } of found.citations) if (span) expect(span.end).toBeLessThanOrEqual(written.text.length);
    if (!found.health) expect(found.labels).toEqual([]);
  });

  const silent = vi.spyOn(console, 'error');
  beforeEach(() => void silent.mockImplementation(() => {}));
  holds(
    3_000,
    'what is no post has no label and costs nobody theirs',
    fc.array(fc.oneof(post, anything), { maxLength: 3 }),
    (posts) => {
      const answers = assessAll(posts as Post[], engine);
      expect(answers).toHaveLength(posts.length);
      for (const { labels } of answers) expect(Array.isArray(labels)).toBe(true);
    },
  );

  const line = fc.oneof(
    text,
    fc
      .record({
        id: fc.oneof(text, fc.integer(), anything),
        text: fc.oneof(text, anything),
        links: fc.oneof(fc.array(fc.oneof(address, anything)), anything),
      })
      .map(asJson),
    fc.json(),
  );
  holds(4_000, 'a line of `npm run label` is answered, or refused with a reason', line, (written) => {
    const outcome = attempt(() => answerFor(written, engine));
    if (outcome instanceof Error) expect(outcome.message).toMatch(/^(it is no JSON|"|link \d)/);
    else expect(outcome.labels.length).toBeLessThan(3);
  });
});

describe('what is stored', () => {
  const hints = fc.record(
    {
      version: fc.oneof(fc.integer(), anything),
      sites: fc.oneof(fc.record({ x: fc.oneof(fc.boolean(), anything) }), anything),
      labels: anything,
      languages: fc.oneof(fc.array(fc.oneof(text, fc.constant('de'))), anything),
      country: fc.oneof(text, fc.constantFrom('DE', 'xx', '1')),
      ownSources: fc.oneof(
        fc.array(fc.record({ host: address, name: text, kind: fc.oneof(fc.constant('hospital'), text) })),
        anything,
      ),
      mutedSources: fc.oneof(fc.array(text), anything),
      pausedUntil: fc.oneof(fc.double(), fc.constantFrom('always', null), anything),
      badgeText: fc.oneof(text, fc.constantFrom('large', '__proto__', 'constructor')),
      ['__proto__' as string]: anything,
    },
    { requiredKeys: [] },
  );
  holds(9_000, 'stored settings are read as far as they are known', fc.oneof(anything, hints), (stored) => {
    const { settings, newer } = settingsFrom(stored);
    expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
    expect(typeof newer).toBe('boolean');
    // What was read is read again as it is: nothing is worn down by being stored.
    expect(settingsFrom(JSON.parse(JSON.stringify(settings))).settings).toEqual(settings);
    for (const { host } of settings.ownSources) expect(URL.canParse(`https://${host}/`)).toBe(true);
  });

  const file = fc.oneof(
    text,
    hints.map((parts) => asJson({ 'lived-and-cited': 'settings', ...parts })),
    fc.constant(settingsFile(DEFAULT_SETTINGS)).chain((whole) => fc.nat(whole.length).map((end) => whole.slice(0, end))),
  );
  holds(4_000, 'a settings file is taken, or said to be none', file, (written) => {
    const imported = settingsFromFile(written, DEFAULT_SETTINGS, () => false);
    if (typeof imported !== 'string') expect(settingsFrom(imported.settings).settings).toEqual(imported.settings);
  });

  holds(3_000, 'a host that a reader types is one, or what is wrong is said', fc.oneof(text, address), (typed) => {
    expect(() => ownHostFrom(typed, () => false)).not.toThrow();
  });
});

describe('bytes', () => {
  const small = encodeRecords(
    { version: '2026-01-01.1', date: '2026-01-01', sources: 1, conditions: 3, notices: '2026-01' },
    { orphanet: { source: 'orphanet', url: 'https://orpha.example/{}', language: 'en' } },
    ['A:1', 'A:2', 'A:3'].map((id) => ({
      id,
      name: id,
      kind: 'condition',
      rare: true,
      pages: ['orphanet:1'],
      organisations: [],
      group: null,
    })),
    [],
  );

  holds(3_000, 'a damaged file of records is refused, or what can be read of it is', damaged(small), (bytes) => {
    const found = attempt(() => {
      const { entries } = openRecords(bytes);
      return [entries.find('A:2'), entries.find('B'), entries.at(0)];
    });
    if (found instanceof Error) expect(found.message.length).toBeGreaterThan(5);
  });

  holds(3_000, 'bytes of anything are no index', fc.uint8Array({ maxLength: 200 }), (bytes) => {
    expect(attempt(() => openSections(bytes))).toBeInstanceOf(Error);
  });

  const hurt = [{ ...EMPTY_POST, text: 'I was diagnosed with lupus, says nhs.uk and doi:10.1056/NEJMoa2034577' }];
  holds(250, 'with a damaged index there is no engine, or one that answers', damaged(INDEX), (bytes) => {
    const made = attempt(() => createEngine(bytes, READER));
    if (!(made instanceof Error)) expect(assessAll(hurt, made)).toHaveLength(1);
  });
  holds(250, 'with a damaged reader there is no engine, or one that answers', damaged(READER), (bytes) => {
    const made = attempt(() => createEngine(INDEX, bytes));
    if (!(made instanceof Error)) expect(assessAll(hurt, made)).toHaveLength(1);
  });
});

describe('messages and measures', () => {
  const handled = vi.fn();
  const asked = fc.record(
    { name: fc.oneof(fc.constantFrom('counts', 'constructor', '__proto__', 'toString'), anything), payload: anything },
    { requiredKeys: [] },
  );
  const sender = fc.record({ id: fc.constantFrom('us', 'them', undefined), url: address }, { requiredKeys: [] });
  holds(
    4_000,
    'a message of another form, name or sender reaches nobody',
    fc.tuple(fc.oneof(asked, anything), sender),
    async ([message, from]) => {
      handled.mockClear();
      answer<{ counts(): number }>({ counts: () => Number(handled()) });
      const answered = await hears.listener?.(message, from);
      const isOurs = from.id === 'us' && Object(message).name === 'counts';
      expect(handled).toHaveBeenCalledTimes(isOurs ? 1 : 0);
      if (!isOurs) expect(answered).toBeUndefined();
    },
  );

  const length = fc.oneof(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.constantFrom(0, -0, 1e-9, Number.MAX_SAFE_INTEGER));
  const box = fc
    .tuple(length, length, length, length)
    .map(([left, top, width, height]) => ({ left, top, right: left + Math.abs(width), bottom: top + Math.abs(height) }));
  const room = fc.record({
    post: box,
    content: fc.array(box, { maxLength: 6 }),
    until: fc.option(box),
    column: fc.option(box),
    line: box,
    text: fc.option(fc.record({ content: fc.array(box, { maxLength: 6 }), line: box })),
    direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  });
  holds(
    4_000,
    'a badge has a place, wherever things are',
    fc.tuple(room, fc.double({ min: 1, max: 400, noNaN: true })),
    ([around, width]) => {
      const size = { width, height: 24 };
      const place =
        placeInRow(around, size) ?? placeInColumn(around, size) ?? placeInText(around, size) ?? placeInStrip(around, size);
      expect(Number.isNaN(place.left) || Number.isNaN(place.top)).toBe(false);
      const viewport = { width: 1000, height: 700 };
      const panel = placeBeside(around.post, 400, viewport, around.direction);
      expect(panel.left).toBeGreaterThanOrEqual(8);
      expect(panel.top + panel.height).toBeLessThanOrEqual(692.001);
    },
  );

  holds(
    4_000,
    'a colour is light, dark or none',
    fc.oneof(
      text,
      fc.tuple(length, length, length, length).map((parts) => `rgba(${parts.join(', ')})`),
    ),
    (colour) => {
      expect(['light', 'dark', null]).toContain(themeOfGround(colour));
    },
  );
});

/** A file with some bytes changed, cut off, or put together wrongly. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.oneof(fc.nat(Math.min(400, bytes.length - 1)), fc.nat(bytes.length - 1));
  return fc
    .record({
      changes: fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 20 }),
      end: fc.option(fc.nat(bytes.length)),
    })
    .map(({ changes, end }) => {
      const copy = Uint8Array.from(bytes);
      for (const [index, byte] of changes) copy[index] = byte;
      return end === null ? copy : copy.slice(0, end);
    });
}

function attempt<Made>(make: () => Made): Made | Error {
  try {
    return make();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

function asJson(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? '';
}
