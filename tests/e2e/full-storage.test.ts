import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { flip, openOwnPage, says, storedSettings, storeSettings } from './own-pages.ts';
import { openPanel, press, saysOfIt } from './panels.ts';
import { marked, X_MARKS } from './posts.ts';
import { inEachBrowser, until, X } from './stage.ts';

// The browsers keep 102,400 bytes of settings for an extension, and no more. Nothing is asked of a network for them: these tests
// run without one, so a change holds while the reader is offline as well.

inEachBrowser('where settings have no room', (stage) => {
  test('a change is not made, that is said, and what was chosen before holds', async () => {
    const options = await openOwnPage(stage, 'options');
    await flip(options, "Carer's experience");
    const chosen = await until(
      () => storedSettings(options),
      (now) => now !== null,
    );
    const tab = await stage.browser.open(X);
    const others = Object.fromEntries(Object.entries(X_MARKS).filter(([, labels]) => !labels.includes('carer-experience')));
    expect(await marked(tab, others)).toEqual(others);
    await fillUp(options);

    await flip(options, 'Balanced');
    expect(await says(options, 'could not be saved')).toContain('could not be saved');
    expect(await storedSettings(options)).toEqual(chosen);
    expect(await isOn(options, 'Balanced')).toBe(false);

    await tab.bringToFront();
    await openPanel(tab, 'patient-experience');
    await press(tab, 'Never show “Patient experience”');
    expect(await saysOfIt(tab, 'did not work')).toContain('did not work');
    expect(await storedSettings(options)).toEqual(chosen);
    expect(await marked(tab, others)).toEqual(others);

    await empty(options);
    await options.bringToFront();
    await flip(options, 'Balanced');
    const wanted = { ...chosen, strictness: 'balanced' };
    expect(
      await until(
        () => storedSettings(options),
        (now) => now?.['strictness'] === 'balanced',
      ),
    ).toEqual(wanted);
    await storeSettings(options, null);
    for (const each of [options, tab]) await each.close();
  });
});

/** Fills up what the browser keeps, to the last bytes, beside the settings. */
function fillUp(page: Tab): Promise<void> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: Storage }>;
    interface Storage {
      readonly sync: { set(items: object): Promise<void> };
    }
    const { sync } = (browser ?? chrome).storage;
    const fits = (item: number, size: number) =>
      sync.set({ [`filler${item}`]: 'x'.repeat(size) }).then(
        () => true,
        () => false,
      );
    let items = 0;
    for (let size = 8000; size > 0; size >>= 1) while (await fits(items, size)) items += 1;
    // A name takes room too: what is left is less than one more.
    for (let [size, more] = [8000, 64]; more > 0; more >>= 1) if (await fits(0, size + more)) size += more;
  });
}

function empty(page: Tab): Promise<void> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: Storage }>;
    interface Storage {
      readonly sync: { get(keys: null): Promise<object>; remove(keys: readonly string[]): Promise<void> };
    }
    const { sync } = (browser ?? chrome).storage;
    await sync.remove(Object.keys(await sync.get(null)).filter((key) => key.startsWith('filler')));
  });
}

function isOn(page: Tab, name: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input')];
    return inputs.find(({ labels }) => labels?.[0]?.textContent?.trim() === wanted)?.checked === true;
  }, name);
}
