// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { facebook } from '../../src/sites/facebook.ts';
import { fixtures } from './fixtures.ts';
import { open, openPage } from './page.ts';

function openFixture(name: string): readonly Element[] {
  const fixture = fixtures.find((one) => one.site === 'facebook' && one.name === name);
  if (fixture === undefined) throw new Error(`There is no tests/fixtures/facebook/${name}.html`);
  openPage(fixture.html);
  return facebook.rootsIn(document);
}

describe('the pages of Facebook', () => {
  it.each([
    '/messages',
    '/messages/t/1',
    '/marketplace',
    '/marketplace/item/1',
    '/settings',
    '/settings/?tab=privacy',
    '/login',
    '/login.php?next=x',
    '/login/device-based/regular/login/',
    '/checkpoint/1',
    '/stories/1/abc',
    '/reel/1',
    '/reels/',
    '/watch',
    '/watch/?v=1',
    '/gaming',
    '/business/help',
    '/help/1',
    '/privacy/center',
    '/policies',
    '/notifications',
    '/friends',
    '/friends/requests',
    '/Messages/',
  ])('%s is left alone', (path) => {
    expect(facebook.readsPage(new URL(`https://www.facebook.com${path}`))).toBe(false);
  });

  it.each([
    '/',
    '/?sk=h_chr',
    '/groups/1',
    '/groups/1/posts/2/',
    '/somebody',
    '/profile.php?id=1',
    '/somebody/posts/pfbid0',
    '/photo/?fbid=1',
    '/permalink.php?story_fbid=1&id=2',
    '/hashtag/lupus',
    '/helpline.example',
    '/friends.of.nobody',
    '/search/posts?q=lupus',
  ])('%s is read', (path) => {
    expect(facebook.readsPage(new URL(`https://www.facebook.com${path}`))).toBe(true);
  });
});

describe('a post of Facebook', () => {
  it('in plain boxes is the box that holds its header, its words and its buttons', () => {
    const [post] = openFixture('group-2026-plain-boxes') as [Element];
    for (const part of ['[data-ad-rendering-role="profile_name"]', '[data-ad-rendering-role="story_message"]']) {
      expect(facebook.rootOf(document.querySelector(part) as Element)).toBe(post);
      expect(post.querySelectorAll(part)).toHaveLength(1);
    }
    expect(facebook.rootOf(document.querySelector('[role="feed"]') as Element)).toBeNull();
    expect(facebook.rootOf(document.querySelector('[role="complementary"] [dir="auto"]') as Element)).toBeNull();
  });

  it('shared in another one owns its own header and words, and the link above them', () => {
    const [outer, inner] = openFixture('shared-2026-plain-boxes') as [Element, Element];
    const [words, sharedWords] = document.querySelectorAll('[data-ad-rendering-role="story_message"]');
    expect(facebook.rootOf(words as Element)).toBe(outer);
    expect(facebook.rootOf(sharedWords as Element)).toBe(inner);
    expect(facebook.rootOf(document.querySelector('.box .box a') as Element)).toBe(inner);
    expect(facebook.rootsIn(inner)).toEqual([inner]);
    expect(facebook.rootsIn(inner.querySelector('.header') as Element)).toEqual([]);
  });

  it('does not own the words in its composer, nor those of its comments', () => {
    const [post, comment] = openFixture('comments') as [Element, Element];
    expect(facebook.rootOf(document.querySelector('form p') as Element)).toBeNull();
    expect(facebook.rootOf(comment.querySelector('[lang]') as Element)).toBe(comment);
    expect(facebook.rootsIn(document.querySelector('[data-visualcompletion="ignore-dynamic"]') as Element)).not.toContain(post);
  });

  it('keeps its identity when the site draws it again', () => {
    const before = openFixture('posts-without-address').map((root) => facebook.read(root)?.id);
    expect(new Set(before).size).toBe(4);
    const main = document.querySelector('[role="main"]') as Element;
    main.replaceWith(main.cloneNode(true));
    expect(facebook.rootsIn(document).map((root) => facebook.read(root)?.id)).toEqual(before);
  });

  it.each([
    ['home-2022', 0, '.small', 'Actions for this post'],
    ['profile-2024-no-role', 0, '.small', 'Actions for this post'],
    ['group-2025', 0, '.small', 'Actions for this post'],
    ['group-2026-plain-boxes', 0, '.small', 'Actions for this post'],
    ['permalink-logged-out', 0, '.small', null],
    ['shared-2026-plain-boxes', 1, '.small', null],
    ['several-posts-in-one', 0, 'h2', 'Actions for this post'],
    ['several-posts-in-one', 1, '.small', 'Actions for this post'],
    ['comments', 1, 'ul', null],
  ])('in %s (root %i) has its badge in the row of %s, before %s', (fixture, at, row, menu) => {
    const root = openFixture(fixture)[at] as Element;
    const slot = facebook.slotOf(root);
    expect(slot.parent).toBe(root);
    expect(slot.row?.matches(row) || slot.row?.firstElementChild?.matches(row)).toBe(true);
    expect(slot.until?.querySelector('[role="button"]')?.getAttribute('aria-label') ?? null).toBe(menu);
  });

  it('without a header, and a comment without buttons, have a badge wherever it is put', () => {
    const [dialog] = openFixture('dialog-with-a-bare-text') as [Element];
    expect(facebook.slotOf(dialog)).toEqual({ parent: dialog, row: null, until: null });
    const comment = open('<div role="article" aria-label="Comment"><span dir="auto" lang="en">Same here</span></div>');
    expect(facebook.slotOf(comment)).toEqual({ parent: comment, row: null, until: null });
  });
});

it.each([
  ['a post', '<div role="article"><div data-visualcompletion="loading-state"></div></div>'],
  ['a post with a number', '<div aria-posinset="1"><div data-visualcompletion="loading-state"></div></div>'],
  ['a comment', '<div role="article" aria-label="Loading"><div data-visualcompletion="loading-state"></div></div>'],
])('what stands in the place of %s until it is loaded is none', (_, markup) => {
  open(markup);
  expect(facebook.rootsIn(document)).toEqual([]);
  expect(facebook.rootOf(document.querySelector('[data-visualcompletion]') as Element)).toBeNull();
});

describe('a post in plain boxes', () => {
  const header = '<div data-ad-rendering-role="profile_name"><a href="/somebody">Somebody</a></div>';
  const words = '<div data-ad-rendering-role="story_message">Words</div>';
  const buttons = '<div data-ad-rendering-role="like_button"></div>';
  const card = '<a href="https://www.who.int/">WHO.INT</a>';

  it('may have a link and no words', () => {
    open(`<main><div id="post"><div>${header}</div><div>${card}</div><div>${buttons}</div></div></main>`);
    expect(facebook.rootsIn(document).map((root) => root.id)).toEqual(['post']);
    expect(facebook.read(document.querySelector('#post') as Element)?.links).toHaveLength(1);
  });

  it('is not taken by a header that has nothing of its own behind it', () => {
    open(`<main><div><div id="post">${header}${words}</div><div>${header}</div></div></main>`);
    expect(facebook.rootsIn(document).map((root) => root.id)).toEqual(['post']);
  });
});

describe('the name of an author', () => {
  it.each([
    ['/Bogus.Page?__cft__[0]=AZX', 'bogus.page'],
    ['https://www.facebook.com/BogusPage/', 'boguspage'],
    ['https://web.facebook.com/Bogus-Page-123', 'bogus-page-123'],
    ['/profile.php?id=1', null],
    ['/groups/1/user/2/', null],
    ['/groups', null],
    ['/people/Somebody/123', null],
    ['/123456789', null],
    ['https://bogus.example/page', null],
  ])('of %s is %s', (href, author) => {
    const post = open(`<div aria-posinset="1"><div data-ad-rendering-role="profile_name"><a href="${href}">Name</a></div>
      <div data-ad-rendering-role="story_message">Words</div></div>`);
    expect(facebook.read(post)?.author).toBe(author);
  });
});

it('where the browser cannot tell what is displayed, a card counts as seen', () => {
  const post = open(`<div aria-posinset="1"><div data-ad-rendering-role="story_message">Words</div>
    <a href="https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.who.int%2F">WHO.INT</a></div>`);
  expect(facebook.read(post)?.links).toEqual([{ href: 'https://www.who.int/', place: 'card' }]);
});

it('an answer that stands inside of a comment is no part of it', () => {
  const comment = open(`<div role="article" aria-label="Comment by Ines"><a href="/ines.fabrikova?comment_id=1">Ines</a>
    <span dir="auto" lang="en">Ask for a biopsy.</span>
    <div role="article" aria-label="Reply by Orla"><a href="/orla.invented?comment_id=1&reply_comment_id=2">Orla</a>
      <span dir="auto" lang="de">Danke!</span><a href="https://www.who.int/">who.int</a></div></div>`);
  expect(facebook.rootsIn(document).map((root) => facebook.read(root))).toMatchObject([
    { id: 'facebook:comment:1', text: 'Ask for a biopsy.', links: [], language: 'en' },
    { id: 'facebook:comment:2', text: 'Danke!', links: [{ href: 'https://www.who.int/', place: 'card' }], language: 'de' },
  ]);
  expect(facebook.rootOf(comment)).toBe(comment);
});

it('a link in a part of the words that is not read is no link', () => {
  const post = open(`<div aria-posinset="1"><div data-ad-rendering-role="story_message">Words
    <span role="button"><a href="https://www.who.int/">who.int</a></span></div></div>`);
  expect(facebook.read(post)?.links).toEqual([]);
});

it('a link to a post in the words of a post does not give it its identity', () => {
  const post = open(`<div aria-posinset="1"><div data-ad-rendering-role="story_message">
    See <a href="https://www.facebook.com/WHO/posts/1">https://www.facebook.com/WHO/posts/1</a></div><a href="/me/posts/2">2h</a></div>`);
  expect(facebook.read(post)?.id).toBe('facebook:2');
});

it.each([
  ['/somebody/posts/a-title-in-words/123/', 'facebook:123'],
  ['/groups/1/permalink/456/?__cft__[0]=x', 'facebook:456'],
  ['/permalink.php?story_fbid=pfbid0x&id=1', 'facebook:pfbid0x'],
  ['/photo/?fbid=1&set=pcb.789', 'facebook:789'],
  ['/somebody/posts/1?comment_id=2', 'facebook:~2775rfc0q6j'],
])('the identity of a post with %s is %s', (href, id) => {
  const post = open(
    `<div aria-posinset="1"><a href="${href}">2h</a><div data-ad-rendering-role="story_message">Words</div></div>`,
  );
  expect(facebook.read(post)?.id).toBe(id);
});
