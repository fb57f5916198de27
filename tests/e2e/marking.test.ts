import { expect, test } from 'vitest';
import x from './pages/x-posts.json' with { type: 'json' };
import { FACEBOOK_MARKS, type Marks, marked, marksOn, X_MARKS } from './posts.ts';
import { badgesOn, FACEBOOK, inEachBrowser, picture, until, X } from './stage.ts';

const SITES: readonly (readonly [string, string, Marks])[] = [
  ['x', X, X_MARKS],
  ['facebook', FACEBOOK, FACEBOOK_MARKS],
];

inEachBrowser('marks', (stage, browser) => {
  test.each(SITES)(
    '%s: every post has the badges its words ask for, a quoted post and a comment their own',
    async (site, address, marks) => {
      const tab = await stage.browser.open(address);
      expect(await marked(tab, marks)).toEqual(marks);
      await picture(tab, `${site}-${browser}`);
      await tab.close();
    },
  );

  test.each(SITES)('%s: a feed drawn anew has the same badges, each once', async (_, address, marks) => {
    const tab = await stage.browser.open(address);
    await marked(tab, marks);
    await tab.evaluate(() => feed.redraw());
    expect(await marked(tab, marks)).toEqual(marks);
    const dropped = await tab.evaluate(() => feed.dropForeign());
    expect(dropped).toBe(Object.keys(marks).length);
    expect(await marked(tab, marks)).toEqual(marks);
    await tab.close();
  });

  test.each(SITES)(
    '%s: posts that come while scrolling are marked, and marked once after scrolling back',
    async (_, address, marks) => {
      const tab = await stage.browser.open(address);
      await marked(tab, marks);
      await tab.evaluate(() => scrollTo(0, 100_000));
      // Heights are only known when a post was drawn: the end of the list moves until then.
      const far = await until(
        async () => {
          await tab.evaluate(() => scrollTo(0, 100_000));
          return marksOn(tab);
        },
        (now) => Object.keys(now).length === 1,
      );
      expect(Object.values(far)).toEqual([['patient-experience']]);
      await tab.evaluate(() => scrollTo(0, 0));
      expect(await marked(tab, marks)).toEqual(marks);
      await tab.close();
    },
  );

  test('x: a node that the site uses for another post loses the badge of the first', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    const [ill] = x.near;
    await tab.evaluate(
      (id) => feed.recycle(id, { id: '2001', name: 'New', handle: 'new_one', text: ['The lamps in our street are on.'] }),
      ill?.id ?? '',
    );
    const { [ill?.text[0] as string]: gone, ...others } = X_MARKS;
    expect(gone).toEqual(['patient-experience']);
    expect(await marked(tab, others)).toEqual(others);
    await tab.close();
  });

  test('x: a post that comes in above is marked', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    const before = (await badgesOn(tab)).length;
    await tab.evaluate(() =>
      feed.prepend({
        id: '2002',
        name: 'New',
        handle: 'new_two',
        text: ['I had a kidney transplant in May and my scar still hurts.'],
      }),
    );
    const badges = await until(
      () => badgesOn(tab),
      (now) => now.length > before,
    );
    expect(badges).toHaveLength(before + 1);
    await tab.close();
  });

  test.each([
    ['x', X, '[data-testid="tweet-text-show-more-link"]', ['A long week, and a long thread. ', ['patient-experience']]],
    ['facebook', FACEBOOK, '[data-ad-rendering-role="story_message"] [role="button"]', ['What a year.', ['carer-experience']]],
  ] as const)('%s: a post is judged anew when the reader unfolds it', async (_, address, more, [words, labels]) => {
    const tab = await stage.browser.open(address);
    const before = await marked(tab, address === X ? X_MARKS : FACEBOOK_MARKS);
    expect(before).not.toHaveProperty([words]);
    const box = await tab.evaluate((selector) => {
      const button = document.querySelector(selector);
      button?.scrollIntoView({ block: 'center' });
      return button?.getBoundingClientRect().toJSON();
    }, more);
    await tab.click(box.x + box.width / 2, box.y + box.height / 2);
    const after = await until(
      () => marksOn(tab),
      (now) => words in now,
    );
    expect(after[words]).toEqual(labels);
    await tab.close();
  });

  test.each([
    'https://x.com/messages',
    'https://x.com/settings/account',
    'https://x.com/i/chat',
    'https://www.facebook.com/messages/t/1',
    'https://www.facebook.com/settings',
  ])('%s is left alone', async (address) => {
    const tab = await stage.browser.open(address);
    // As long as a badge takes elsewhere, and more.
    const marks = await until(
      () => marksOn(tab),
      (now) => Object.keys(now).length > 0,
      800,
    );
    expect(await tab.evaluate(() => document.querySelectorAll('article, [aria-posinset]').length)).toBeGreaterThan(5);
    expect(marks).toEqual({});
    await tab.close();
  });
});
