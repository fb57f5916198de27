// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { facebook } from '../../src/sites/facebook.ts';
import { COMMENT } from '../../src/sites/facebook-selectors.ts';
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

describe('a comment without its role', () => {
  const withComments = fixtures.filter(({ html, posts }) => html.includes('aria-label="Comment by') && posts.length > 0);

  it.each(withComments)('is what it is with it in $name', ({ html }) => {
    const seen = () => {
      const roots = facebook.rootsIn(document).filter((root) => facebook.read(root) !== null);
      return roots.map((root) => ({ ...facebook.read(root), row: facebook.slotOf(root).row?.textContent }));
    };
    openPage(html);
    const before = seen();
    for (const comment of document.querySelectorAll(COMMENT)) comment.removeAttribute('role');
    expect(seen()).toEqual(before);
  });

  it('owns all that is in it, and is found from wherever the page was changed', () => {
    const comments = openFixture('comments-without-role').filter((root) => facebook.read(root)?.kind === 'comment');
    expect(comments).toHaveLength(5);
    for (const comment of comments) {
      for (const part of comment.querySelectorAll('*')) {
        expect(facebook.rootOf(part)).toBe(comment);
        expect(facebook.rootsIn(part)).toEqual([]);
      }
      expect(facebook.rootsIn(comment)).toEqual([comment]);
      expect(facebook.rootsIn(comment.parentElement as Element)).toContain(comment);
    }
  });

  it('goes from the picture of its author to its time', () => {
    const comments = openFixture('comments-without-role').filter((root) => facebook.read(root)?.kind === 'comment');
    expect(comments.map((comment) => comment.matches('.comment'))).toEqual([true, true, true, true, false]);
    // In a group nothing tells that the picture is the same person's.
    expect(comments.every((comment) => comment.querySelector('.bubble') && comment.querySelector('ul'))).toBe(true);
  });

  const face = '<a aria-hidden="true" href="/ines?comment_id=1"></a>';
  const name = '<a href="/ines?comment_id=1">Ines</a>';
  const member = '<a href="/groups/3/user/4/">Ines</a>';
  const words = '<span dir="auto"><div dir="auto">I have lupus.</div></span>';
  const time = '<a href="/bogus/posts/2?comment_id=1">1d</a>';
  const answer = `<a href="/orla?comment_id=1&reply_comment_id=2">Orla</a>${words}`;
  const post = '<div data-ad-rendering-role="profile_name">B</div><div data-ad-rendering-role="story_message">Words</div>';

  it('of a picture alone keeps the links in it to itself', () => {
    open(`<div aria-posinset="1">${post}<div>${name}<a href="https://gifs.example/1">GIF</a>${time}</div></div>`);
    expect(facebook.rootsIn(document).map((root) => facebook.read(root)?.links)).toEqual([
      [],
      [{ href: 'https://gifs.example/1', place: 'card' }],
    ]);
  });

  it.each([
    ['a name and words', `${name}${words}`, 1],
    ['a picture, a name, words and a time', `${face}${name}${words}${time}`, 1],
    ['the name of a member of a group, words and a time', `${member}${words}${time}`, 1],
    ['a member, words, somebody tagged and a time', `${member}${words}<a href="/orla">Orla</a>${time}`, 1],
    ['the picture of a member, words and a time', `<a href="/groups/3/user/4/"></a>${words}${time}`, 0],
    ['a person by name and number', `<a href="/people/Ines/5">Ines</a>${words}${time}`, 1],
    ['a time and words, and nobody', `${words}${time}`, 0],
    ['a link to something posted, words and a time', `<a href="/ines/posts/5">Ines</a>${words}${time}`, 0],
    ['a picture and words, and no name', `${face}${words}`, 0],
    ['a name, a time and words below them', `${name}${time}<div>${words}</div>`, 1],
    ['a name, a time and no words', `${name}${time}`, 0],
    ['a name and words, of no comment', `<a href="/ines">Ines</a>${words}`, 0],
    ['a name and words, of a comment without an id', `<a href="/ines?comment_id=">Ines</a>${words}`, 0],
    ['words before the name', `${words}${name}`, 0],
    ['words in a link', `${name}<a href="/x">${words}</a>`, 0],
    ['words in a button', `${name}<b role="button">${words}</b>`, 0],
    ['words that are a heading', `${name}<h3>${words}</h3>`, 0],
    ['all of it in one link', `<a href="/ines?comment_id=1"><div>Ines</div>${words}</a>`, 0],
    ['a name in the words of somebody', `<span dir="auto">${name} said ${words}</span>`, 0],
    ['a name in words of which the language is told', `<span lang="en">${name} said ${words}</span>`, 0],
    ['a name that is a heading', `<h3>${name}</h3>${words}`, 0],
    ['a comment that is hidden', `<div hidden>${name}${words}</div>`, 0],
    ['a comment that is not displayed', `<div style="display: none">${name}${words}</div>`, 0],
    ['a decoy', `<div data-0="0">${name}${words}</div>`, 0],
    ['a composer', `<form>${name}${words}</form>`, 0],
    ['a column beside the feed', `<div role="complementary">${name}${words}</div>`, 0],
    ['the navigation', `<div role="navigation">${name}${words}</div>`, 0],
    ['the head of the page', `<div role="banner">${name}${words}</div>`, 0],
    ['a list of notifications', `<div role="grid">${name}${words}</div>`, 0],
    ['a notification', `<a href="/ines?comment_id=1&notif_id=2">Ines</a>${words}`, 0],
    ['the name of somebody above a post', `${name}<div data-ad-rendering-role="story_message">${words}</div>`, 0],
    ['the name of somebody above the buttons', `${name}<b data-ad-rendering-role="like_button"></b>${words}`, 0],
    ['the name of somebody above a header', `${name}<b data-ad-rendering-role="profile_name"></b>${words}`, 0],
    ['the name of somebody above a heading', `${name}<h4><a href="/bogus">Bogus</a></h4>${words}`, 0],
    [
      'a link to a comment below a post',
      `<a href="/bogus">B</a><div data-ad-rendering-role="story_message">${words}</div><p>${time}</p>`,
      0,
    ],
    ['a name in the words of a post', `<div data-ad-rendering-role="story_message"><div>${name}: ${words}</div></div>`, 0],
    ['a link to a comment on another site', `<a href="/ines">Ines</a>${words}<a href="https://a.example/?comment_id=1">a</a>`, 0],
    ['two names', `${name}<a href="/orla?comment_id=2">Orla</a>${words}`, 0],
    ['two comments', `<div>${name}${words}</div><div>${answer}</div>`, 2],
    ['an answer, in a box that it shares with a comment without one', `${name}${words}${time}<div>${answer}</div>`, 1],
    ['a comment, in a box that it shares with an answer without one', `<div>${name}${words}${time}</div>${answer}`, 1],
  ])('%s', (_, markup, count) => {
    open(`<div role="main"><div>${post}</div><div><div>${markup}</div></div></div>`);
    const roots = facebook.rootsIn(document);
    expect(roots.filter((root) => facebook.read(root)?.kind === 'comment')).toHaveLength(count);
    for (const root of roots) expect(facebook.rootOf(root)).toBe(root);
  });
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
