import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { FACEBOOK_MARKS, marked, marksOn, X_MARKS } from './posts.ts';
import { FACEBOOK, inEachBrowser, picture, until, X } from './stage.ts';

inEachBrowser('settings', (stage, browser) => {
  test('a label switched off in the options goes from open tabs at once, and comes back', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    const options = await optionsPage();
    await picture(options, `options-${browser}`);

    const others = Object.fromEntries(Object.entries(X_MARKS).filter(([, labels]) => !labels.includes('patient-experience')));
    await flip(options, 'Patient experience');
    expect(await marked(tab, others)).toEqual(others);
    await options.bringToFront();
    await flip(options, 'Patient experience');
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    await options.close();
    await tab.close();
  });

  test('a site switched off has no badges, the other one keeps its own', async () => {
    const x = await stage.browser.open(X);
    const facebook = await stage.browser.open(FACEBOOK);
    await marked(x, X_MARKS);
    await marked(facebook, FACEBOOK_MARKS);
    const options = await optionsPage();
    await flip(options, /\bX\b/);
    expect(await marked(x, {})).toEqual({});
    expect(await marksOn(facebook)).toEqual(FACEBOOK_MARKS);
    await flip(options, /\bX\b/);
    expect(await marked(x, X_MARKS)).toEqual(X_MARKS);
    for (const tab of [options, facebook, x]) await tab.close();
  });

  test('the popup counts the posts of the tab that is looked at', async () => {
    const popup = await stage.browser.openExtensionPage('src/popup/index.html');
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await tab.bringToFront();
    await popup.reload();
    const counts = await until(
      () => countsIn(popup),
      (now) => now['patient-experience'] === '2',
    );
    expect(counts).toEqual({ 'patient-experience': '2', 'carer-experience': '1', 'medical-source': '1', 'no-source': '1' });
    await picture(popup, `popup-${browser}`);
    await popup.close();
    await tab.close();
  });

  test('settings of a newer version are used as far as they are known, and cannot be overwritten', async () => {
    const options = await optionsPage();
    const newer = { settings: { version: 99, labels: { 'carer-experience': false, 'of-the-future': true }, sites: 'all' } };
    await store(options, newer);
    await options.reload();
    const states = await until(
      () => switchesIn(options),
      (switches) => switches.some(({ disabled }) => disabled),
    );
    expect(states.every(({ disabled }) => disabled)).toBe(true);
    const tab = await stage.browser.open(X);
    const others = Object.fromEntries(Object.entries(X_MARKS).filter(([, labels]) => !labels.includes('carer-experience')));
    expect(await marked(tab, others)).toEqual(others);
    await store(options, { settings: null });
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    await tab.close();
    await options.close();
  });

  async function optionsPage(): Promise<Tab> {
    const options = await stage.browser.openExtensionPage('src/options/index.html');
    await until(
      () => switchesIn(options),
      (switches) => switches.length > 0,
    );
    return options;
  }
});

/** Clicks the switch with that name. */
async function flip(options: Tab, name: string | RegExp): Promise<void> {
  await options.bringToFront();
  const found = (await switchesIn(options)).find((each) =>
    typeof name === 'string' ? each.name === name : name.test(each.name),
  );
  if (!found) throw new Error(`The options have no switch ${name}.`);
  await options.click(found.x, found.y);
}

function switchesIn(options: Tab) {
  return options.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map((input) => {
      const { x, y, width, height } = input.getBoundingClientRect();
      const name = input.labels?.[0]?.textContent?.trim() ?? '';
      return { name, disabled: input.disabled, checked: input.checked, x: x + width / 2, y: y + height / 2 };
    }),
  );
}

function countsIn(popup: Tab): Promise<Readonly<Record<string, string>>> {
  return popup.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('tr[data-label]')].map((row) => [
        row.dataset['label'] ?? '',
        row.querySelector('td')?.textContent ?? '',
      ]),
    ),
  );
}

function store(options: Tab, items: object): Promise<void> {
  return options.evaluate((values) => {
    const { browser, chrome } = globalThis as unknown as Record<
      'browser' | 'chrome',
      { storage: { sync: { set(items: object): Promise<void> } } }
    >;
    return (browser ?? chrome).storage.sync.set(values);
  }, items);
}
