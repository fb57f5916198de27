// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { AttributionPage, type AttributionProps } from '../../src/attribution/attribution-page.tsx';
import { LIBRARIES } from '../../src/attribution/libraries.ts';
import { ORIGINS } from '../../src/attribution/origins.ts';
import { httpsAddress } from '../../src/ui/outward-link.tsx';
import { english } from '../ui/english.ts';

const ROOT = join(import.meta.dirname, '../..');
const LIST = { version: '2025-11-20.3', date: '2025-11-20', sources: 1063, conditions: 512, notices: '2025-08' };

function page(list: AttributionProps['list'] = LIST): HTMLElement {
  render(<AttributionPage list={list} t={english} />, document.body);
  return document.body;
}

beforeEach(() => render(null, document.body));

describe.each(ORIGINS.map((origin) => [origin.name, origin] as const))('%s', (_, origin) => {
  test('has a licence, a credit, and plain https addresses', () => {
    expect(origin.licence.name).not.toBe('');
    expect(origin.credit).not.toBe('');
    for (const address of [origin.home, origin.licence.url]) expect(httpsAddress(address)).toBe(address);
    expect(origin.edition ?? '2024').toMatch(/^\d{4}(-\d\d)?$/);
  });

  test('stands in the README of the list with the same licence and credit', () => {
    const line = readFileSync(join(ROOT, 'src/data/README.md'), 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`- ${origin.credit}`));
    expect(line).toContain(origin.licence.name);
  });

  test('is on the page with all of that', () => {
    const cards = [...page().querySelectorAll('article')];
    const card = cards.find((each) => each.querySelector('h3')?.textContent?.startsWith(`${origin.name} (`));
    const links = [...(card?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
    expect(links).toEqual([origin.home, origin.licence.url]);
    expect(card?.textContent).toContain(english(origin.gave));
    expect(card?.textContent).toContain(origin.credit);
  });
});

test.each([
  ['CC BY 4.0', 'creativecommons.org/licenses/by/4.0/'],
  ['Open Government Licence v3.0', 'open-government-licence/version/3/'],
  ['CC0', 'publicdomain/zero/1.0/'],
])('what is under %s leads to that licence', (name, address) => {
  const urls = ORIGINS.filter(({ licence }) => licence.name === name).map(({ licence }) => licence.url);
  expect(urls).not.toEqual([]);
  for (const url of urls) expect(url).toContain(address);
});

describe('the libraries', () => {
  test.each(LIBRARIES.map((library) => [library.name, library] as const))(
    '%s: its whole licence is on the page',
    (_, library) => {
      expect(['ISC', 'MIT', 'MPL-2.0']).toContain(library.licence);
      expect(library.notice.length).toBeGreaterThan(500);
      expect([...page().querySelectorAll('pre')].map(({ textContent }) => textContent)).toContain(library.notice);
      expect(page().textContent).toContain(`Version ${library.version}, licence ${library.licence}`);
    },
  );
});

describe('the page', () => {
  test('says which list is in use and how large it is', () => {
    expect(page().textContent).toContain('version 2025-11-20.3 of November 20, 2025, 1,063 sources, 512 conditions');
  });

  test('stands without the list', () => {
    expect(page('failed').textContent).toContain('Our list could not be read just now.');
    expect(page('failed').querySelectorAll('article')).toHaveLength(ORIGINS.length + LIBRARIES.length);
  });

  test('writes an edition as the reader does, and says where there is none', () => {
    const editions = [...page().querySelectorAll('dl')].map((list) => list.querySelectorAll('dd')[1]?.textContent);
    expect(editions).toContain('May 2026');
    expect(editions).toContain('2024');
    expect(editions).toContain('not dated');
  });

  test('opens every link in a tab that learns nothing of it', () => {
    const links = [...page().querySelectorAll('a')];
    expect(links.length).toBeGreaterThan(ORIGINS.length);
    for (const link of links) expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  });
});
