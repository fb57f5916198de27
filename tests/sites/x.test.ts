// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { x } from '../../src/sites/x.ts';
import { fixtures } from './fixtures.ts';
import { open, openPage } from './page.ts';

function openFixture(name: string): void {
  const fixture = fixtures.find((one) => one.site === 'x' && one.name === name);
  if (fixture === undefined) throw new Error(`There is no tests/fixtures/x/${name}.html`);
  openPage(fixture.html);
}

describe('the pages of X', () => {
  it.each([
    '/messages',
    '/messages/12-34',
    '/i/chat',
    '/i/chat/12',
    '/settings',
    '/settings/account',
    '/compose/post',
    '/compose/articles',
    '/i/grok',
    '/i/grok/share/1',
    '/i/premium_sign_up',
    '/notifications',
    '/notifications/mentions',
    '/jobs',
    '/jobs/1',
    '/i/flow/login',
    '/login',
    '//messages/',
    '/Messages',
  ])('%s is left alone', (path) => {
    expect(x.readsPage(new URL(`https://x.com${path}`))).toBe(false);
  });

  it.each([
    '/home',
    '/',
    '/explore',
    '/search?q=lupus&f=live',
    '/messages_fan',
    '/jobs_for_nurses/status/1',
    '/somebody/status/1/photo/1',
    '/i/communities/1',
    '/i/bookmarks',
    '/i/lists/1',
  ])('%s is read', (path) => {
    expect(x.readsPage(new URL(`https://x.com${path}`))).toBe(true);
  });
});

describe('a post of X', () => {
  beforeEach(() => openFixture('quoted-post'));

  it('belongs to everything in it, and a quoted one to everything in its box', () => {
    const [article, box] = x.rootsIn(document) as [Element, Element];
    const [outer, inner] = document.querySelectorAll('[data-testid="tweetText"]');
    expect(x.rootOf(outer as Element)).toBe(article);
    expect(x.rootOf((outer as Element).firstChild as Text)).toBe(article);
    expect(x.rootOf((inner as Element).firstChild as Text)).toBe(box);
    expect(x.rootOf(document.body)).toBeNull();
  });

  it('is found from wherever the page was changed', () => {
    const [article, box] = x.rootsIn(document) as [Element, Element];
    const cell = document.querySelector('[data-testid="cellInnerDiv"]') as Element;
    expect(x.rootsIn(cell)).toEqual([article, box]);
    expect(x.rootsIn(article)).toEqual([article, box]);
    expect(x.rootsIn(box.parentElement as Element)).toEqual([box]);
    expect(x.rootsIn(box)).toEqual([box]);
    expect(x.rootsIn(box.querySelector('[data-testid="User-Name"]') as Element)).toEqual([]);
  });

  it('has its badge between the name and the menu, and a quoted one in the row of its own name', () => {
    const [article, box] = x.rootsIn(document) as [Element, Element];
    const [name, quotedName] = document.querySelectorAll('[data-testid="User-Name"]');
    expect(x.slotOf(article)).toMatchObject({ parent: article, row: name, until: document.querySelector('.corner') });
    expect(x.slotOf(box)).toMatchObject({ parent: box, row: quotedName, until: null });
  });

  it('can have its badge under the picture before its text, and a quoted one under its own', () => {
    const [article, box] = x.rootsIn(document) as [Element, Element];
    for (const root of [article, box]) {
      const { column } = x.slotOf(root);
      expect(column?.head.getAttribute('data-testid')).toMatch(/^UserAvatar-Container-/);
      expect(column?.beside.getAttribute('data-testid')).toBe('tweetText');
      expect(x.rootOf(column?.head as Element)).toBe(root);
      expect(x.rootOf(column?.beside as Element)).toBe(root);
    }
  });

  it('keeps its identity when the site draws it again, and so does the quoted one', () => {
    const before = x.rootsIn(document).map((root) => x.read(root)?.id);
    const main = document.querySelector('main') as Element;
    main.replaceWith(main.cloneNode(true));
    expect(x.rootsIn(document).map((root) => x.read(root)?.id)).toEqual(before);
  });

  it('quoted with other words, or of another account, has another identity', () => {
    const ids = [
      ['marek', 'Good morning'],
      ['marek', 'Good evening'],
      ['orla', 'Good morning'],
    ].map(([handle, words]) => {
      const article = open(`<article data-testid="tweet"><div role="link"><div data-testid="UserAvatar-Container-${handle}"></div>
        <div data-testid="User-Name">Somebody</div><div data-testid="tweetText">${words}</div></div></article>`);
      return x.read(article.querySelector('[role="link"]') as Element)?.id;
    });
    expect(new Set(ids).size).toBe(3);
  });
});

it('a post without a menu has its badge at the edge, and one without a name wherever it is put', () => {
  const nameOnly = open('<article data-testid="tweet"><div data-testid="User-Name">Somebody</div></article>');
  expect(x.slotOf(nameOnly)).toEqual({ parent: nameOnly, row: nameOnly.firstElementChild, until: null });
  const bare = open('<article data-testid="tweet"><button data-testid="caret"></button></article>');
  expect(x.slotOf(bare)).toEqual({ parent: bare, row: null, until: null });
});

it('a card that tells a time is no quoted post', () => {
  const article = open(`<article data-testid="tweet"><div data-testid="tweetText">We are live</div>
    <div data-testid="card.wrapper"><div role="link">Invented radio <time>now</time></div></div></article>`);
  expect(x.rootsIn(document)).toEqual([article]);
});

it('a link whose words hide who they lead to keeps its shim', () => {
  const article =
    open(`<article data-testid="tweet"><div data-testid="tweetText">Read <a href="https://t.co/a">https://who.int@evil.example/</a>
    <a href="https://t.co/b">www.who.int evil.example</a></div></article>`);
  expect(x.read(article)?.links.map(({ href }) => href)).toEqual(['https://t.co/a', 'https://t.co/b']);
});

it('the statistics of another post do not give an ad its identity', () => {
  const article = open(`<article data-testid="tweet"><div data-testid="User-Name"><a href="/bogus">Bogus</a></div>
    <div data-testid="tweetText">Drops!</div><a href="/other/status/1/photo/1">x</a><a href="/bogus/status/2/analytics">9</a></article>`);
  expect(x.read(article)?.id).toBe('x:2');
});
