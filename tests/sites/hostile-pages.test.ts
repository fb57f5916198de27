// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Post } from '../../src/core/post.ts';
import { sites } from '../../src/sites/index.ts';
import { MAX_LINKS } from '../../src/sites/links.ts';
import type { Site } from '../../src/sites/site.ts';
import { MAX_TEXT } from '../../src/sites/visible-text.ts';

/** The smallest page of each site with one post in it. */
const PAGES: Readonly<Record<Site['id'], (text: string, around?: string) => string>> = {
  x: (text, around = '') =>
    `${around}<article data-testid="tweet"><div data-testid="User-Name"><a href="/somebody">Somebody</a></div>
    <div data-testid="tweetText" lang="en">${text}</div><a href="/somebody/status/1"><time>1h</time></a></article>`,
  facebook: (text, around = '') =>
    `${around}<div aria-posinset="1"><div data-ad-rendering-role="profile_name"><a href="/somebody">Somebody</a></div>
    <a href="/somebody/posts/1">1h</a><div data-ad-rendering-role="story_message">${text}</div></div>`,
};

function postIn(site: Site, page: string): Post | null {
  document.body.innerHTML = page;
  const [root] = site.rootsIn(document);
  return root === undefined ? null : site.read(root);
}

beforeEach(() => {
  document.body.innerHTML = '';
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(sites)('a page of $id', (site) => {
  const page = PAGES[site.id];

  it('with a post of a million characters is read as far as anybody can write', () => {
    expect(postIn(site, page('lupus '.repeat(200_000)))?.text.length).toBeLessThanOrEqual(MAX_TEXT);
  });

  it('with a post 1,000 elements deep is read', () => {
    expect(postIn(site, page(`${'<span>'.repeat(1000)}lupus${'</span>'.repeat(1000)}`))?.text).toBe('lupus');
  });

  it('with a post in 1,000 elements is read', () => {
    expect(postIn(site, `${'<div>'.repeat(1000)}${page('lupus')}${'</div>'.repeat(1000)}`)?.text).toBe('lupus');
  });

  it('with a post of 1,000 links is read as far as anybody would follow', () => {
    const links = Array.from({ length: 1000 }, (_, at) => `<a href="https://a.example/${at}">a.example/${at}</a> `).join('');
    expect(postIn(site, page(links))?.links).toHaveLength(MAX_LINKS);
  });

  it('with a post of only emoji, or of broken characters, is read', () => {
    expect(postIn(site, page('<img alt="😀"><img alt="🏴‍☠️">'))?.text).toBe('😀🏴‍☠️');
    expect(postIn(site, page('\uD83D lupus \uDE00'))?.text).toBe('\uD83D lupus \uDE00');
  });

  it('with a post of nothing but space has none', () => {
    expect(postIn(site, page(' &nbsp; '))).toBeNull();
  });

  it('with pictures named like the methods of a document is read', () => {
    for (const name of ['querySelectorAll', 'contains']) {
      Object.defineProperty(document, name, { value: null, configurable: true });
      try {
        expect(postIn(site, page('lupus'))?.text).toBe('lupus');
      } finally {
        Reflect.deleteProperty(document, name);
      }
    }
  });

  it.each(['matches', 'closest', 'parentElement', 'children', 'localName', 'getAttribute', 'querySelector'])(
    'with a form that has a field named "%s" in and around its posts breaks nothing',
    (name) => {
      const form = `<form><input name="${name}"></form>`;
      expect(() => postIn(site, page(`lupus ${form}`, form))).not.toThrow();
      const element = document.querySelector('form') as Element;
      expect(() => site.rootOf(element)).not.toThrow();
      expect(() => site.rootsIn(element)).not.toThrow();
    },
  );

  it.each(['matches', 'closest', 'contains', 'querySelector', 'querySelectorAll', 'getAttribute', 'compareDocumentPosition'])(
    'that has replaced %s breaks nothing',
    (method) => {
      document.body.innerHTML = page('lupus');
      const root = document.body.firstElementChild as Element;
      const spy = vi.spyOn(Element.prototype, method as 'matches').mockImplementation(() => {
        throw new Error('no');
      });
      expect(() => [site.rootsIn(document), site.rootOf(root), site.read(root), site.slotOf(root)]).not.toThrow();
      spy.mockRestore();
    },
  );
});

describe('a page of anything', () => {
  const attributes = fc.subarray(
    [
      ['data-testid', 'tweet'],
      ['data-testid', 'tweetText'],
      ['data-testid', 'User-Name'],
      ['data-testid', 'card.wrapper'],
      ['data-testid', 'cellInnerDiv'],
      ['data-testid', 'placementTracking'],
      ['data-testid', 'caret'],
      ['data-testid', 'UserAvatar-Container-somebody'],
      ['data-ad-rendering-role', 'profile_name'],
      ['data-ad-rendering-role', 'story_message'],
      ['data-ad-rendering-role', 'like_button'],
      ['data-ad-preview', 'message'],
      ['data-visualcompletion', 'loading-state'],
      ['data-virtualized', 'false'],
      ['data-0', '0'],
      ['aria-posinset', '1'],
      ['aria-label', 'Comment'],
      ['aria-hidden', 'true'],
      ['contenteditable', 'true'],
      ['role', 'article'],
      ['role', 'link'],
      ['role', 'button'],
      ['role', 'dialog'],
      ['role', 'feed'],
      ['role', 'complementary'],
      ['lang', 'en'],
      ['lang', 'qme'],
      ['dir', 'auto'],
      ['href', 'https://t.co/a'],
      ['href', '/somebody'],
      ['href', '/somebody/status/1'],
      ['href', '/somebody/posts/1?comment_id=2'],
      ['href', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fwho.int'],
      ['href', 'https://l.facebook.com/l.php?u=%E0%A4%A'],
      ['href', 'http://['],
    ] as const,
    { maxLength: 3 },
  );
  const words = fc.oneof(fc.constantFrom('lupus', 'who.int/…', '@who', '😀', '\uD83D', ' \n '), fc.string({ unit: 'binary' }));
  const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      words.map((text) => document.createTextNode(text) as Node),
      fc
        .tuple(
          fc.constantFrom('div', 'span', 'a', 'article', 'ul', 'h3', 'img', 'time', 'button', 'form', 'p'),
          attributes,
          fc.array(tie('tree'), { maxLength: 5 }),
        )
        .map(([tag, pairs, children]) => {
          const element = document.createElement(tag);
          for (const [name, value] of pairs) element.setAttribute(name, value);
          element.append(...children.map((child) => child.cloneNode(true)));
          return element as Node;
        }),
    ),
  }));
  const pages = fc.array(tree, { minLength: 1, maxLength: 6 }).map((nodes) => {
    const body = document.createElement('body');
    body.append(...nodes.map((node) => node.cloneNode(true)));
    return Object.assign(body, { [fc.toStringMethod]: () => body.innerHTML });
  });

  const piece = fc.constantFrom(
    ...['1', '2', '1&reply_comment_id=3'].flatMap((id) => [
      `<a href="/somebody?comment_id=${id}">Somebody</a>`,
      `<a href="/somebody/posts/4?comment_id=${id}">1d</a>`,
    ]),
    '<a href="/groups/5/user/6/">A member</a>',
    '<span dir="auto" lang="en">lupus</span>',
    '<span dir="auto"><div dir="auto">lupus</div></span>',
    '<div data-ad-rendering-role="profile_name"><a href="/bogus">Bogus</a></div>',
    '<div data-ad-rendering-role="story_message">who.int</div>',
  );
  const box = fc.constantFrom(
    ...[
      'div',
      'div',
      'div',
      'ul',
      'form',
      'div aria-posinset="1"',
      'div role="article" aria-label="Comment"',
      'div role="dialog"',
    ],
    ...['div data-virtualized="false"', 'div aria-hidden="true"', 'div dir="auto"', 'h3'],
  );
  const { thread } = fc.letrec<{ thread: string }>((tie) => ({
    thread: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      piece,
      fc
        .tuple(box, fc.array(tie('thread'), { maxLength: 4 }))
        .map(([tag, parts]) => `<${tag}>${parts.join('')}</${tag.split(' ')[0]}>`),
    ),
  }));
  const threads = fc.array(thread, { minLength: 1, maxLength: 6 }).map((parts) => {
    const body = document.createElement('body');
    body.innerHTML = parts.join('');
    return Object.assign(body, { [fc.toStringMethod]: () => body.innerHTML });
  });

  it.each([
    ['anything', pages],
    ['parts of comments', threads],
  ])(
    'made of %s never breaks an adapter, is never changed by it, and gives each root once with an identity',
    (_, made) => {
      fc.assert(
        fc.property(made, (body) => {
          document.body.replaceChildren(...body.cloneNode(true).childNodes);
          const before = document.documentElement.outerHTML;
          for (const site of sites) {
            const roots = site.rootsIn(document);
            expect(new Set(roots).size).toBe(roots.length);
            for (const root of roots) {
              expect(site.rootOf(root)).toBe(root);
              expect(site.read(root)?.id ?? 'none').not.toBe('');
              const { parent, row, until } = site.slotOf(root);
              expect(root.contains(parent) && parent.contains(row ?? parent) && parent.contains(until ?? parent)).toBe(true);
            }
            for (const element of document.body.querySelectorAll('*')) {
              const root = site.rootOf(element);
              if (root !== null) expect(root.contains(element) && roots.includes(root)).toBe(true);
            }
          }
          expect(document.documentElement.outerHTML).toBe(before);
        }),
        { numRuns: 100 },
      );
    },
    60_000,
  );
});
