// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sites } from '../../src/sites/index.ts';
import { MAX_LINKS } from '../../src/sites/links.ts';
import type { Site } from '../../src/sites/site.ts';

// Posts as both sites draw them, with whatever a page can put in, around and in place of their parts; the same cases in every run.
// What is stranger than a post is in hostile-pages.test.ts.

const SEED = 20261124;
/** Pages of an adapter's own site, and of the other one. */
const RUNS = { own: 4000, other: 1000 };

/** What a writer or a script could put anywhere in a post. */
const words = fc.oneof(
  fc.constantFrom(
    ...[
      'I was diagnosed with lupus',
      'who.int/…',
      '@WHO',
      '#MS',
      '😀',
      '\u202e',
      '\u200b',
      '…',
      '&amp;',
      '&lt;b&gt;lupus&lt;/b&gt;',
    ],
    ...['&lt;img src=x onerror=alert(1)&gt;', 'javascript:alert(1)', '{{x}}', 'https://www.nhs.uk/a', '10.1000/1'],
  ),
  fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[<&]/g, '')),
);
const href = fc.constantFrom(
  ...[
    'https://t.co/a',
    'https://who.int/lupus',
    '/somebody',
    '/somebody/status/1',
    '/somebody/posts/1?comment_id=2',
    '/hashtag/ms',
  ],
  ...[
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fwho.int',
    'https://l.facebook.com/l.php?u=%E0%A4%A',
    'http://[',
    'javascript:1',
  ],
  ...['data:text/html,lupus', '//who.int@evil.example/', '', '#', '?__cft__[0]=1'],
);
const attribute = fc.oneof(
  href.map((value) => `href="${value}"`),
  fc.constantFrom(
    ...[
      'tweet',
      'tweetText',
      'User-Name',
      'card.wrapper',
      'cellInnerDiv',
      'placementTracking',
      'caret',
      'UserAvatar-Container-a',
    ].map((id) => `data-testid="${id}"`),
    ...['profile_name', 'story_message', 'like_button'].map((role) => `data-ad-rendering-role="${role}"`),
    ...['article', 'link', 'button', 'dialog', 'textbox', 'presentation', 'complementary'].map((role) => `role="${role}"`),
    ...[
      'aria-posinset="1"',
      'aria-hidden="true"',
      'aria-label="Comment by Ada"',
      'contenteditable="true"',
      'hidden',
      'dir="auto"',
    ],
    ...[
      'lang="en"',
      'lang="qme"',
      'style="display: none"',
      'data-virtualized="false"',
      'data-0="0"',
      'name="children"',
      'alt="🤒"',
    ],
  ),
);
const tag = fc.constantFrom(
  'div',
  'span',
  'a',
  'article',
  'ul',
  'img',
  'time',
  'button',
  'form',
  'input',
  'svg',
  'h3',
  'b',
  'br',
);

const { mess } = fc.letrec<{ mess: string }>((tie) => ({
  mess: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc
      .tuple(tag, fc.array(attribute, { maxLength: 3 }), fc.array(tie('mess'), { maxLength: 3 }))
      .map(([name, attributes, children]) => `<${[name, ...attributes].join(' ')}>${children.join('')}</${name}>`),
  ),
}));
/** Mostly a part as it should be. */
const around = (part: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 4, arbitrary: part },
    { weight: 1, arbitrary: mess },
    { weight: 1, arbitrary: fc.tuple(mess, part, mess).map((all) => all.join('')) },
  );

const text = fc
  .array(fc.oneof({ weight: 2, arbitrary: words }, { weight: 1, arbitrary: mess }), { maxLength: 4 })
  .map((all) => all.join(' '));

const xPost = (quoted: fc.Arbitrary<string>) =>
  fc
    .tuple(
      around(
        fc.constant(
          '<div data-testid="User-Name"><a href="/somebody">Somebody</a><a href="/somebody/status/1"><time>1h</time></a></div>',
        ),
      ),
      around(text.map((inner) => `<div data-testid="tweetText" lang="en">${inner}</div>`)),
      quoted,
      around(fc.constant('<div data-testid="card.wrapper"><a href="https://t.co/b" aria-label="who.int Lupus"></a></div>')),
    )
    .map((parts) => `<article data-testid="tweet" role="article">${parts.join('')}</article>`);

const facebookPost = (comments: fc.Arbitrary<string>) =>
  fc
    .tuple(
      around(
        fc.constant(
          '<div data-ad-rendering-role="profile_name"><h3><a href="/somebody">Somebody</a></h3></div><a href="/somebody/posts/1">1h</a>',
        ),
      ),
      around(text.map((inner) => `<div data-ad-rendering-role="story_message"><div dir="auto">${inner}</div></div>`)),
      comments,
    )
    .map((parts) => `<div aria-posinset="1">${parts.join('')}</div>`);

const comment = text.map(
  (inner) =>
    `<div role="article" aria-label="Comment by Ada"><a href="/ada?comment_id=1">Ada</a><div dir="auto" lang="en">${inner}</div><a href="/somebody/posts/1?comment_id=1">1d</a></div>`,
);

const PAGES: Readonly<Record<Site['id'], fc.Arbitrary<string>>> = {
  x: fc
    .array(
      xPost(
        fc.oneof(
          fc.constant(''),
          xPost(fc.constant('')).map((inner) => `<div role="link">${inner}</div>`),
          mess,
        ),
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((posts) => posts.join('')),
  facebook: fc
    .array(facebookPost(fc.oneof(fc.constant(''), comment, mess)), { minLength: 1, maxLength: 2 })
    .map((posts) => posts.join('')),
};

describe.each(sites)('$id', (site) => {
  it.each(sites.map(({ id }) => id))(
    'reads a page of %s the same twice, however it is hurt, and changes nothing in it',
    (of) => {
      let read = 0;
      const numRuns = of === site.id ? RUNS.own : RUNS.other;
      fc.assert(
        fc.property(PAGES[of], (html) => {
          document.body.innerHTML = html;
          const markup = document.body.innerHTML;
          const roots = site.rootsIn(document);
          const posts = roots.map((root) => site.read(root));
          for (const [at, post] of posts.entries()) {
            const root = roots[at] as Element;
            expect(site.rootOf(root)).toBe(root);
            if (post === null) continue;
            read += 1;
            expect(post.links.length).toBeLessThanOrEqual(MAX_LINKS);
            for (const { href } of post.links) expect(href).toMatch(/^https?:\/\//);
            // In the place of a link its target is read.
            if (post.links.length === 0) expect(isWithin(post.text, wordsIn(root))).toBe(true);
          }
          expect(site.rootsIn(document).map((root) => site.read(root))).toEqual(posts);
          expect(document.body.innerHTML).toBe(markup);
        }),
        { numRuns, seed: SEED },
      );
      // Most posts are posts in spite of all: else nothing was tried.
      if (of === site.id) expect(read).toBeGreaterThan(numRuns / 2);
    },
    120_000,
  );
});

/** All that could be read in an element: its texts, and what stands for its pictures. */
function wordsIn(node: Node): string {
  const own = node instanceof Element ? (node.getAttribute('alt') ?? '') : node.nodeValue;
  return `${own}${[...node.childNodes].map(wordsIn).join('')}`;
}

/** Whether a text is what is left of the other when parts of it are left out: nothing else was made of it. */
function isWithin(text: string, all: string): boolean {
  let at = 0;
  return [...text.replaceAll(/\s/g, '')].every((letter) => {
    at = all.indexOf(letter, at) + letter.length;
    return at >= letter.length;
  });
}
