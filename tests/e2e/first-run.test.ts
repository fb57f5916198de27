import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { FACEBOOK_POSTS, X_POSTS } from '../../src/demo/posts.ts';
import { storeSettings } from './own-pages.ts';
import { badgesOn, inEachBrowser, picture, until } from './stage.ts';

const WELCOME = 'src/welcome/index.html';

inEachBrowser('the first page', (stage, browser) => {
  test('opens once, after installing, with the invented posts marked as they would be on the sites', async () => {
    const welcome = await stage.browser.openedExtensionPage(WELCOME);
    const badges = await until(
      () => badgesOn(welcome),
      (now) => now.length >= MARKS,
    );
    expect(new Set(badges.map(({ label }) => label))).toEqual(
      new Set(['patient-experience', 'carer-experience', 'medical-source', 'no-source']),
    );
    expect(badges.length).toBeGreaterThanOrEqual(MARKS);
    await picture(welcome, `welcome-${browser}`);
    // It works without a network: nothing was asked of it.
    expect(stage.hosts()).toEqual([]);

    // The background has been woken by now, and is stopped and woken again.
    await stage.browser.stopBackground();
    const options = await stage.browser.openExtensionPage('src/options/index.html');
    await until(
      () => options.evaluate(() => document.body.innerText),
      (text) => text.includes('Our list: version'),
    );
    expect(await openWelcomes(options)).toBe(1);
    await options.close();
    await welcome.close();
  });

  test('shows both sites’ looks even where one is switched off, and while marking is paused', async () => {
    const welcome = await stage.browser.openExtensionPage(WELCOME);
    await storeSettings(welcome, { version: 2, sites: { x: false, facebook: false }, pausedUntil: 'always' });
    await welcome.reload();
    const badges = await until(
      () => badgesOn(welcome),
      (now) => now.length >= MARKS,
    );
    expect(badges.length).toBeGreaterThanOrEqual(MARKS);
    await storeSettings(welcome, null);
    await welcome.close();
  });
});

/** As many of the invented posts have a mark at least. */
const MARKS = Math.round((X_POSTS.length + FACEBOOK_POSTS.length) * 0.7);

function openWelcomes(page: Tab): Promise<number> {
  return page.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { extension: Extension }>;
    interface Extension {
      getViews(wanted: { readonly type: 'tab' }): readonly Window[];
    }
    const views = (browser ?? chrome).extension.getViews({ type: 'tab' });
    return views.filter(({ location }) => location.pathname.includes('/welcome/')).length;
  });
}
