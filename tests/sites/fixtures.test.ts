// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../src/core/post.ts';
import { sites } from '../../src/sites/index.ts';
import { fixtures } from './fixtures.ts';
import { openPage } from './page.ts';

beforeAll(() => {
  // Browsers have it, jsdom does not.
  Element.prototype.checkVisibility = function isDisplayed(this: Element) {
    for (let element: Element | null = this; element !== null; element = element.parentElement) {
      if (getComputedStyle(element).display === 'none') return false;
    }
    return true;
  };
});

afterAll(() => {
  Reflect.deleteProperty(Element.prototype, 'checkVisibility');
});

describe.each(fixtures)('$site/$name', ({ site: own, address, html, posts }) => {
  it.each(sites)(`is to $id what it is`, (site) => {
    openPage(html);
    const roots = site.rootsIn(document);
    const read = roots.map((root) => site.read(root)).filter((post): post is Post => post !== null);
    expect(read).toEqual(site.id === own ? posts : []);
    if (site.id !== own) expect(roots).toEqual([]);
  });

  it('is served where its site reads pages', () => {
    const site = sites.find(({ id }) => id === own);
    expect(site?.hosts).toContain(new URL(address).hostname);
    expect(site?.readsPage(new URL(address))).toBe(true);
  });

  it('is not changed by being read', () => {
    openPage(html);
    const before = document.documentElement.outerHTML;
    for (const site of sites) {
      for (const root of site.rootsIn(document)) {
        site.read(root);
        site.slotOf(root);
      }
    }
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('has each root once, in the order of the page, and each is its own root', () => {
    openPage(html);
    const site = sites.find(({ id }) => id === own);
    const roots = site?.rootsIn(document) ?? [];
    expect(new Set(roots).size).toBe(roots.length);
    for (const [at, root] of roots.entries()) {
      expect(site?.rootOf(root)).toBe(root);
      expect(site?.rootsIn(root)[0]).toBe(root);
      const next = roots[at + 1];
      if (next) expect(root.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    }
  });

  it('has room for a badge in each post, in no link and in no button', () => {
    openPage(html);
    const site = sites.find(({ id }) => id === own);
    for (const root of site?.rootsIn(document) ?? []) {
      const { parent, row, until } = site?.slotOf(root) ?? { parent: document.body, row: null, until: null };
      expect(root.contains(parent)).toBe(true);
      expect([row, until].every((part) => part === null || (part !== parent && parent.contains(part)))).toBe(true);
      expect(row === null || until === null || !(row.contains(until) || until.contains(row))).toBe(true);
      // X draws a quoted post as one link, so that nothing of it stands outside of a link.
      const around = parent.closest('a, button, [role="link"], [role="button"]');
      expect(around === null || (around === root && site?.read(root)?.kind === 'quoted')).toBe(true);
    }
  });
});
