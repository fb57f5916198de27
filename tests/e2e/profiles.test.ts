import { expect, test } from 'vitest';
import { flip, openOwnPage, storedSettings, storeSettings } from './own-pages.ts';
import { closePanel, openPanel } from './panels.ts';
import { FACEBOOK_MARKS, marked, marksOn, X_MARKS } from './posts.ts';
import { FACEBOOK, inEachBrowser, until, withOtherProfile, X } from './stage.ts';

// What a reader has set up in the browser itself, and not in the extension.

inEachBrowser('a reader', (stage, name) => {
  test('with two profiles open has a choice in one of them that the other knows nothing of', async () => {
    const options = await openOwnPage(stage, 'options');
    await withOtherProfile(name, {}, async (browser) => {
      const other = await browser.open(X);
      expect(await marked(other, X_MARKS)).toEqual(X_MARKS);
      await flip(options, 'Mark posts on X');
      const tab = await stage.browser.open(X);
      await until(
        () => storedSettings(options),
        (now) => now !== null,
      );
      const facebook = await stage.browser.open(FACEBOOK);
      expect(await marked(facebook, FACEBOOK_MARKS)).toEqual(FACEBOOK_MARKS);
      expect(await marksOn(tab)).toEqual({});
      const theirs = await browser.openExtensionPage('src/options/index.html');
      expect(await storedSettings(theirs)).toBeNull();
      await other.bringToFront();
      await other.reload();
      expect(await marked(other, X_MARKS)).toEqual(X_MARKS);
      for (const each of [tab, facebook]) await each.close();
    });
    await storeSettings(options, null);
    await options.close();
  });

  // Only Firefox has it. There is no database then, neither for the background nor for a page of ours.
  test.runIf(name === 'firefox')('who has the browser never remember history has all marks, panels and settings', async () => {
    await withOtherProfile(name, { neverRemembers: true }, async (browser) => {
      const tab = await browser.open(X);
      expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
      for (let time = 0; time < 2; time += 1) {
        expect(await openPanel(tab, 'medical-source')).toContain('Medical reference work');
        await closePanel(tab);
        await browser.stopBackground();
      }
      const options = await browser.openExtensionPage('src/options/index.html');
      expect(await options.evaluate(() => indexedDB.databases().then(String, ({ name }) => name))).toBe('InvalidStateError');
      await flip(options, 'Medical source cited');
      const others = Object.fromEntries(Object.entries(X_MARKS).filter(([, labels]) => !labels.includes('medical-source')));
      await tab.bringToFront();
      expect(await marked(tab, others)).toEqual(others);
    });
  });
});
