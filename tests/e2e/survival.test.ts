import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { badgeOf, closePanel, openPanel } from './panels.ts';
import { FACEBOOK_MARKS, marked, X_MARKS } from './posts.ts';
import { badgesOn, FACEBOOK, inEachBrowser, picture, textsIn, until, withChangedBuild, X } from './stage.ts';

// What befalls an extension while its reader reads. Each test says what they see. Where a fault cannot be made in a real browser
// it is in tests/background/faults.test.ts.

inEachBrowser('while tabs are open', (stage, name) => {
  test('a worker that is stopped at any moment of an assessment costs no post its badge', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    // Asleep when it is asked: so that a stop falls into waking, into reading the files, into assessing, into answering.
    for (const [at, delay] of [0, 2, 5, 10, 20, 40, 80, 160].entries()) {
      await stage.browser.stopBackground();
      await tab.evaluate(
        (id) => feed.prepend({ id, name: 'New', handle: 'new', text: [`I was diagnosed with lupus, day ${id}.`] }),
        `${4000 + at}`,
      );
      await pause(delay);
      await stage.browser.stopBackground();
      const wanted = Object.keys(X_MARKS).length + at + 1;
      const badges = await until(
        () => badgesOn(tab),
        ({ length }) => length === wanted,
      );
      expect(badges, `stopped after ${delay} ms`).toHaveLength(wanted);
    }
    await tab.close();
  });

  test('a badge stays while its extension is there, however long', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    for (let lease = 0; lease < 3; lease += 1) expect(await afterLease(tab, 'visible')).toEqual(['visible']);
    await stage.browser.stopBackground();
    expect(await afterLease(tab, 'visible')).toEqual(['visible']);
    await tab.close();
  });

  test('sites that are taken from the extension have no badges when they are opened, and have them when they are given back', async () => {
    const kept = await stage.browser.open(X);
    await marked(kept, X_MARKS);
    await stage.browser.letOnSites(false);
    // A page that is open keeps its marks until it is loaded again; their panel can no more be brought there, and that is said.
    expect(await marked(kept, X_MARKS)).toEqual(X_MARKS);
    await kept.bringToFront();
    const badge = await badgeOf(kept, 'patient-experience');
    await kept.click(badge.x, badge.y);
    const said = async () => (await textsIn(kept, '[role="alert"]')).join('');
    expect(await until(said, (text) => text !== '')).toContain('did not work');
    await kept.reload();
    await pause(800);
    expect(await foreignIn(kept)).toBe(0);
    await kept.close();
    const without = await stage.browser.open(X);
    await pause(800);
    expect(await foreignIn(without)).toBe(0);
    await stage.browser.letOnSites(true);
    await without.reload();
    expect(await marked(without, X_MARKS)).toEqual(X_MARKS);
    await without.close();
  });

  test('an update leaves each post one badge or none, and never a dead one', async () => {
    const x = await stage.browser.open(X);
    const facebook = await stage.browser.open(FACEBOOK);
    await marked(x, X_MARKS);
    await marked(facebook, FACEBOOK_MARKS);
    await openPanel(x, 'patient-experience');
    await stage.browser.update();
    for (const [tab, marks] of [
      [x, X_MARKS],
      [facebook, FACEBOOK_MARKS],
    ] as const) {
      // Firefox starts the new script in open tabs; Chromium does when they are loaded again.
      const count = name === 'firefox' ? Object.keys(marks).length : 0;
      expect(await foreignWhen(tab, count)).toBe(count);
      if (name === 'chromium') await tab.reload();
      expect(await marked(tab, marks)).toEqual(marks);
      expect(await foreignWhen(tab, Object.keys(marks).length)).toBe(Object.keys(marks).length);
      await openPanel(tab, 'patient-experience');
      await closePanel(tab);
      await tab.close();
    }
  });

  test('a second update, and one while the worker sleeps, do the same', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await stage.browser.stopBackground();
    await stage.browser.update();
    await stage.browser.update();
    // Nothing tells a page that its extension has gone while it slept: it finds out when it asks.
    await tab.evaluate(() => feed.prepend({ id: '4200', name: 'New', handle: 'new', text: ['I was diagnosed with epilepsy.'] }));
    const count = name === 'firefox' ? Object.keys(X_MARKS).length + 1 : 0;
    expect(await foreignWhen(tab, count)).toBe(count);
    await tab.reload();
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    await tab.close();
  });

  test('removed, it takes its badges with it', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await openPanel(tab, 'patient-experience');
    await stage.browser.uninstall();
    if (name === 'firefox') {
      // Firefox tells no script that its extension is removed: the badges vanish when their lease is over.
      expect(await afterLease(tab, 'hidden')).toEqual(['hidden']);
      expect(await badgesOn(tab)).toEqual([]);
    } else {
      expect(await foreignWhen(tab, 0)).toBe(0);
    }
    const before = await foreignIn(tab);
    await tab.evaluate(() => feed.prepend({ id: '4300', name: 'New', handle: 'new', text: ['I was diagnosed with epilepsy.'] }));
    await pause(300);
    expect(await foreignIn(tab)).toBe(before);
    await tab.close();
  });

  test('removed while its worker sleeps, it takes its badges with it when their lease is over', async () => {
    await withChangedBuild(
      name,
      () => {},
      async (browser) => {
        const tab = await browser.open(X);
        await marked(tab, X_MARKS);
        await browser.stopBackground();
        await browser.uninstall();
        expect((await afterLease(tab, 'hidden')).filter((visibility) => visibility !== 'hidden')).toEqual([]);
        expect(await badgesOn(tab)).toEqual([]);
        await tab.close();
      },
    );
  });

  test('where what draws panels cannot be had, a badge that is pressed says so and stays', async () => {
    await withChangedBuild(
      name,
      (folder) => rmSync(join(folder, 'src/content/panel-script.js')),
      async (browser) => {
        const tab = await browser.open(X);
        await marked(tab, X_MARKS);
        const [badge] = await badgesOn(tab);
        await tab.click(badge?.x ?? 0, badge?.y ?? 0);
        const said = await until(
          () => textsIn(tab, '[role="alert"]'),
          (texts) => texts.some((text) => text !== ''),
        );
        expect(said.join('')).toBe('That did not work. Close this and try again.');
        await picture(tab, `panel-failed-${name}`);
        await tab.press('Escape');
        await until(
          () => textsIn(tab, '[role="alert"]'),
          (texts) => texts.every((text) => text === ''),
        );
        expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
      },
    );
  });

  test.each([
    ['damaged', (bytes: Buffer) => bytes.fill(0, 0, 64)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'of a newer format',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 4), Buffer.from([99, 0, 0, 0]), bytes.subarray(8)]),
    ],
  ] as const)('with an index that is %s no post is marked, and the popup says what to do', async (_, harm) => {
    await withChangedBuild(
      name,
      (folder) => harmIndex(folder, harm),
      async (browser) => {
        const tab = await browser.open(X);
        await pause(1000);
        expect(await foreignIn(tab)).toBe(0);
        await tab.bringToFront();
        const popup = await browser.openExtensionPage('src/popup/index.html');
        const said = await until(
          () => popup.evaluate(() => document.body.innerText),
          (text) => text.includes('damaged'),
        );
        expect(said).toMatch(/damaged.*install/is);
      },
    );
  });
});

/** How many elements stand in the feed that the site has not made. */
function foreignIn(tab: Tab): Promise<number> {
  return tab.evaluate(() => [...document.querySelectorAll('#list *')].filter((element) => feed.isForeign(element)).length);
}

/** That number of them when there are so many, or how many there are at last. */
function foreignWhen(tab: Tab, count: number): Promise<number> {
  return until(
    () => foreignIn(tab),
    (now) => now === count,
  );
}

/** Lets the ten minutes of each badge go by, and tells how all of them are seen then: when they are seen so, or at last. */
async function afterLease(tab: Tab, wanted: 'visible' | 'hidden'): Promise<readonly string[]> {
  await tab.inClosedRoots((root) => {
    for (const animation of root.querySelector('.mark')?.getAnimations() ?? []) animation.finish();
  });
  // A badge whose script is alive is hidden for a moment too.
  if (wanted === 'hidden') await pause(300);
  const seen = () =>
    tab.inClosedRoots((root) => {
      const mark = root.querySelector('.mark');
      return mark?.isConnected ? getComputedStyle(mark).visibility : wanted;
    });
  return [...new Set(await until(seen, (now) => now.every((visibility) => visibility === wanted)))];
}

function harmIndex(folder: string, harm: (bytes: Buffer) => Buffer): void {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /index[^/\\]*\.bin$/.test(path));
  expect(found).toHaveLength(1);
  const path = join(folder, found[0] as string);
  writeFileSync(path, harm(readFileSync(path)));
}
