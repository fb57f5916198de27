import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { generated } from '../../src/cli/shipped-engine.ts';
import { createEngine } from '../../src/core/engine.ts';
import type { Post } from '../../src/core/post.ts';
import { choicesIn, DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { EMPTY_POST } from '../core/empty-post.ts';
import { fill, flip, openOwnPage, pressButton, says, storedSettings, storeSettings } from './own-pages.ts';
import { panelText } from './panels.ts';
import { FACEBOOK_MARKS, marked, marksOn, X_MARKS } from './posts.ts';
import { badgesOn, FACEBOOK, inEachBrowser, picture, type SeenBadge, until, X } from './stage.ts';

// Every setting holds at once in a tab that is open.

/** Of which the engine is not sure, whatever it has learned last. */
const BORDERLINE = { id: '2001', name: 'Kit Lowe', handle: 'kitlowe', text: [unsureText()] };
const CLAIM = 'Eating less salt lowers high blood pressure and with it the risk of a stroke: ';
const LINKED = { id: '2002', name: 'Ola Berg', handle: 'olaberg', text: [CLAIM, { link: 'patients.clinic.example/salt' }] };

inEachBrowser('settings', (stage, browser) => {
  afterEach(async () => {
    const options = await openOwnPage(stage, 'options');
    await storeSettings(options, null);
    await options.close();
  });

  test('a label switched off in the options goes from open tabs at once, and comes back', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    const options = await openOwnPage(stage, 'options');
    await picture(options, `options-${browser}`);
    const others = without(X_MARKS, 'patient-experience');
    await flip(options, 'Patient experience');
    expect(await marked(tab, others)).toEqual(others);
    await flip(options, 'Patient experience');
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    for (const each of [options, tab]) await each.close();
  });

  test('a site switched off has no badges, the other one keeps its own', async () => {
    const x = await stage.browser.open(X);
    const facebook = await stage.browser.open(FACEBOOK);
    await marked(x, X_MARKS);
    await marked(facebook, FACEBOOK_MARKS);
    const options = await openOwnPage(stage, 'options');
    await flip(options, 'Mark posts on X');
    expect(await marked(x, {})).toEqual({});
    expect(await marksOn(facebook)).toEqual(FACEBOOK_MARKS);
    await flip(options, 'Mark posts on X');
    expect(await marked(x, X_MARKS)).toEqual(X_MARKS);
    for (const tab of [options, facebook, x]) await tab.close();
  });

  test('without comments, posts alone are marked', async () => {
    const tab = await stage.browser.open(FACEBOOK);
    await marked(tab, FACEBOOK_MARKS);
    const options = await openOwnPage(stage, 'options');
    await flip(options, 'Mark comments under posts too');
    const posts = Object.fromEntries(Object.entries(FACEBOOK_MARKS).filter(([words]) => !words.startsWith('Same here.')));
    expect(await marked(tab, posts)).toEqual(posts);
    await flip(options, 'Mark comments under posts too');
    expect(await marked(tab, FACEBOOK_MARKS)).toEqual(FACEBOOK_MARKS);
    for (const each of [options, tab]) await each.close();
  });

  test('balanced marks what careful does not', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await tab.evaluate((post) => feed.prepend(post), BORDERLINE);
    const options = await openOwnPage(stage, 'options');
    expect(await badgesIn(tab, 'Kit Lowe')).toEqual([]);
    await flip(options, 'Balanced');
    expect(await named(tab, 'Kit Lowe', ['Patient experience'])).toEqual(['Patient experience']);
    await flip(options, 'Careful');
    expect(await named(tab, 'Kit Lowe', [])).toEqual([]);
    for (const each of [options, tab]) await each.close();
  });

  test('a source of the reader’s own is cited, by its name and as theirs', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await tab.evaluate((post) => feed.prepend(post), LINKED);
    expect(await named(tab, 'Ola Berg', ['No medical source cited'])).toEqual(['No medical source cited']);
    const options = await openOwnPage(stage, 'options');
    await fill(options, 'own-host', 'https://www.clinic.example/about-us');
    await fill(options, 'own-name', 'Our clinic');
    await pressButton(options, 'Add');
    expect(await says(options, 'Our clinic is on your list.')).toContain('clinic.example');
    const cited = ['Medical source cited: Our clinic'];
    expect(await named(tab, 'Ola Berg', cited)).toEqual(cited);
    await tab.bringToFront();
    const [badge] = await badgesIn(tab, 'Ola Berg');
    await tab.click(badge?.x ?? 0, badge?.y ?? 0);
    const panel = () => panelText(tab);
    expect(await until(panel, (text) => text.includes('On your own list.'))).toContain('On your own list.');
    await picture(tab, `own-source-${browser}`);
    await tab.press('Escape');
    await pressButton(options, 'Remove, Our clinic');
    expect(await named(tab, 'Ola Berg', ['No medical source cited'])).toEqual(['No medical source cited']);
    for (const each of [options, tab]) await each.close();
  });

  test('a muted source is not cited any more', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    const options = await openOwnPage(stage, 'options');
    await fill(options, 'mute-search', 'nhs.uk');
    await pressButton(options, 'Mute, NHS');
    const others = without(X_MARKS, 'medical-source');
    expect(await marked(tab, others)).toEqual(others);
    await options.reload();
    await pressButton(options, 'Unmute, NHS');
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    for (const each of [options, tab]) await each.close();
  });

  test('the words of the badges grow', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    const options = await openOwnPage(stage, 'options');
    const size = async () => {
      const sizes = await tab.inClosedRoots((root) =>
        Number.parseFloat(getComputedStyle(root.querySelector('button') as Element).fontSize),
      );
      return Math.max(...sizes);
    };
    const before = await size();
    await flip(options, 'Larger');
    await tab.bringToFront();
    expect(await until(size, (now) => now > before)).toBeGreaterThan(before);
    await options.bringToFront();
    await flip(options, 'As on the site');
    await tab.bringToFront();
    expect(await until(size, (now) => now === before)).toBe(before);
    for (const each of [options, tab]) await each.close();
  });

  test('the popup counts the posts of the tab that is looked at', async () => {
    const popup = await openOwnPage(stage, 'popup');
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
    for (const each of [popup, tab]) await each.close();
  });

  test('a pause holds in every tab, until tomorrow or until it is ended', async () => {
    const x = await stage.browser.open(X);
    const facebook = await stage.browser.open(FACEBOOK);
    await marked(x, X_MARKS);
    await marked(facebook, FACEBOOK_MARKS);
    const popup = await openOwnPage(stage, 'popup');
    await pressButton(popup, 'Pause until tomorrow');
    expect(await marked(x, {})).toEqual({});
    expect(await marked(facebook, {})).toEqual({});
    const { pausedUntil } = (await storedSettings(popup)) ?? {};
    const hours = ((pausedUntil as number) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(1.9);
    expect(hours).toBeLessThan(48);
    expect(await says(popup, 'Paused everywhere until')).toMatch(/until \S+/);
    await picture(popup, `popup-paused-${browser}`);
    await pressButton(popup, 'Resume');
    expect(await marked(x, X_MARKS)).toEqual(X_MARKS);
    expect(await marked(facebook, FACEBOOK_MARKS)).toEqual(FACEBOOK_MARKS);
    for (const tab of [popup, facebook, x]) await tab.close();
  });

  test('a pause whose time has come ends by itself, in a tab that nobody touches', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    const options = await openOwnPage(stage, 'options');
    // The page itself sees when the badges go: on a busy machine they may be back before we look.
    await tab.evaluate(() => {
      const count = () => [...document.querySelectorAll('#list *')].filter(feed.isForeign).length;
      const observer = new MutationObserver(() => {
        if (count() > 0) return;
        document.documentElement.dataset['wentAt'] = String(Date.now());
        observer.disconnect();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    const pausedUntil = Date.now() + 4000;
    await storeSettings(options, { version: 2, pausedUntil });
    await tab.bringToFront();
    const wentAt = () => tab.evaluate(() => Number(document.documentElement.dataset['wentAt'] ?? Number.NaN));
    expect(await until(wentAt, (time) => time > 0)).toBeLessThan(pausedUntil);
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    expect(Date.now()).toBeGreaterThanOrEqual(pausedUntil);
    for (const each of [options, tab]) await each.close();
  });

  test('settings that were saved to a file are the same after a reset and loading them', async () => {
    const options = await openOwnPage(stage, 'options');
    await flip(options, 'Mark posts on Facebook');
    await flip(options, "Carer's experience");
    await flip(options, 'Balanced');
    await fill(options, 'language', 'es');
    await fill(options, 'country', 'MX');
    await fill(options, 'own-host', 'clinic.example');
    await fill(options, 'own-name', 'Our clinic');
    await pressButton(options, 'Add');
    await fill(options, 'mute-search', 'nhs.uk');
    await pressButton(options, 'Mute, NHS');
    await until(
      () => storedSettings(options),
      (now) => JSON.stringify(now).includes('nhs'),
    );
    const before = await storedSettings(options);
    const file = await savedFile(options);
    expect(JSON.parse(file)).toMatchObject({ sites: { facebook: false }, languages: ['es'], country: 'MX' });

    await pressButton(options, 'Reset all settings');
    await picture(options, `options-reset-${browser}`);
    await pressButton(options, 'Yes, reset');
    await says(options, 'All settings are reset.');
    const reset = await until(
      () => storedSettings(options),
      (now) => now?.['country'] === null,
    );
    expect(reset).toMatchObject({ strictness: 'careful', ownSources: [], country: null });

    await loadFile(options, file);
    expect(await says(options, 'Taken from the file')).not.toContain('Not taken');
    expect(await settled(options, before)).toEqual(before);
    await pressButton(options, 'Undo');
    const undone = await until(
      () => storedSettings(options),
      (now) => now?.['country'] === null,
    );
    expect(undone).toMatchObject({ ownSources: [], country: null });
    await options.close();
  });

  test('a file that is none of ours changes nothing', async () => {
    const options = await openOwnPage(stage, 'options');
    await loadFile(options, '<html>');
    expect(await says(options, 'That is no settings file')).toContain('Nothing has changed.');
    expect(await storedSettings(options)).toBeNull();
    await options.close();
  });

  test('settings of an older version keep what they said', async () => {
    const options = await openOwnPage(stage, 'options');
    await storeSettings(options, { version: 1, sites: { x: true, facebook: true }, labels: { 'carer-experience': false } });
    const tab = await stage.browser.open(X);
    const others = without(X_MARKS, 'carer-experience');
    expect(await marked(tab, others)).toEqual(others);
    for (const each of [tab, options]) await each.close();
  });

  test('settings of a newer version are used as far as they are known, and cannot be overwritten', async () => {
    const options = await openOwnPage(stage, 'options');
    await storeSettings(options, {
      version: 99,
      labels: { 'carer-experience': false, 'of-the-future': true },
      sites: 'all',
    });
    await options.reload();
    const switches = () =>
      options.evaluate(() => [...document.querySelectorAll('input')].map((input) => input.matches(':disabled')));
    const states = await until(switches, (all) => all.length > 1 && all.every((disabled) => disabled));
    expect(new Set(states)).toEqual(new Set([true]));
    const tab = await stage.browser.open(X);
    const others = without(X_MARKS, 'carer-experience');
    expect(await marked(tab, others)).toEqual(others);
    await storeSettings(options, null);
    expect(await marked(tab, X_MARKS)).toEqual(X_MARKS);
    for (const each of [tab, options]) await each.close();
  });
});

/** Of the invented traps the first that is marked when the reader wants more, and not as they are asked at first. */
function unsureText(): string {
  const engineFor = (strictness: Settings['strictness']) =>
    createEngine(generated('index.bin'), generated('reader.bin'), choicesIn({ ...DEFAULT_SETTINGS, strictness }));
  const [careful, balanced] = [engineFor('careful'), engineFor('balanced')];
  const texts = readFileSync('tests/core/traps.tsv', 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('#') ? [] : (line.split('\t')[1] ?? [])));
  const found = texts.find((text) => {
    const post: Post = { ...EMPTY_POST, id: 'x:2001', text, language: 'en' };
    return careful(post).labels.length === 0 && balanced(post).labels.join() === 'patient-experience';
  });
  if (found === undefined) throw new Error('The engine is sure of every trap, in both ways.');
  return found;
}

function without(marks: typeof X_MARKS, label: string): typeof X_MARKS {
  return Object.fromEntries(Object.entries(marks).filter(([, labels]) => !labels.includes(label)));
}

/** The badges of the post that somebody has written. */
async function badgesIn(tab: Tab, writer: string): Promise<readonly SeenBadge[]> {
  const texts = await tab.inClosedRoots((root) => root.host.closest('article')?.textContent ?? '');
  return (await badgesOn(tab)).filter(({ root }) => texts[root]?.includes(writer));
}

async function named(tab: Tab, writer: string, names: readonly string[]): Promise<readonly string[]> {
  return until(
    async () => (await badgesIn(tab, writer)).map(({ name }) => name),
    (now) => now.join() === names.join(),
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

function settled(options: Tab, wanted: object | null): ReturnType<typeof storedSettings> {
  return until(
    () => storedSettings(options),
    (now) => JSON.stringify(now) === JSON.stringify(wanted),
  );
}

/** What the browser would put into a file. It is caught on its way: a download leaves the page. */
async function savedFile(options: Tab): Promise<string> {
  await options.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => document.body.setAttribute('data-saved', text));
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await pressButton(options, 'Save to a file');
  return until(
    () => options.evaluate(() => document.body.getAttribute('data-saved') ?? ''),
    (text) => text !== '',
  );
}

/** Chooses a file with that in it. */
function loadFile(options: Tab, text: string): Promise<void> {
  return options.evaluate((content) => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('There is no way to load a file.');
    const files = new DataTransfer();
    files.items.add(new File([content], 'settings.json', { type: 'application/json' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
}
