// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { PrivacyPage } from '../../src/privacy/privacy-page.tsx';
import { PROJECT } from '../../src/project.ts';
import { english } from '../ui/english.ts';

function page(): HTMLElement {
  const place = document.createElement('div');
  render(<PrivacyPage pages={{ demo: 'demo.html', attribution: 'attribution.html' }} t={english} />, place);
  return place;
}

test('names every permission that the manifest asks for, and there is no other', () => {
  expect(manifest.permissions).toEqual(['storage', 'scripting']);
  expect(new Set(manifest.host_permissions.map((host) => /(x|twitter|facebook)\.com/.exec(host)?.[1]))).toEqual(
    new Set(['x', 'twitter', 'facebook']),
  );
  for (const what of ['sites', 'storage', 'scripting'] as const) {
    expect(page().textContent).toContain(english(`privacy_permission_${what}`));
  }
});

test('every heading has something under it', () => {
  const sections = [...page().querySelectorAll('section')];
  expect(sections).toHaveLength(8);
  for (const section of sections) expect(section.querySelector('h2 + p, h2 + ul > li')?.textContent).toMatch(/\.$/);
});

test('leads to the demo, to where the list comes from, and to the source code', () => {
  const links = [...page().querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['demo.html', 'attribution.html', PROJECT]);
});
