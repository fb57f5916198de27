import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Tab } from '../../src/cli/browsers/browser.ts';
import { badgeOf, closePanel, openPanel, panelText, press, saysOfIt } from './panels.ts';
import { marked, X_MARKS } from './posts.ts';
import { badgesOn, inEachBrowser, picture, until, X } from './stage.ts';

inEachBrowser('what can be done in a panel', (stage, browser) => {
  async function openFeed(): Promise<Tab> {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    return tab;
  }

  test('the sources are copied, with nothing of the post, and that is said', async () => {
    const tab = await openFeed();
    await openPanel(tab, 'medical-source');
    await press(tab, 'Copy sources');
    expect(await saysOfIt(tab, 'Copied')).toBe('Copied.');
    const copied = await tab.clipboard();
    expect(copied).toMatch(/^NHS \(Medical reference work\)\nhttps:\/\/nhs\.uk\/conditions\//);
    expect(copied).toMatch(/From Lived & Cited, list version \d{4}-\d{2}-\d{2}\.\d+\. Not medical advice\.$/);
    await tab.close();
  });

  test('a page for the doctor opens with the sources, prints those that are chosen, and forgets them', async () => {
    const tab = await openFeed();
    await openPanel(tab, 'patient-experience');
    await press(tab, 'For my doctor');
    const sheet = await stage.browser.openedExtensionPage('src/doctor/index.html');
    const read = () => sheet.evaluate(() => document.body.innerText);
    expect(await until(read, (text) => text.includes('orpha.net'))).toMatch(/About .*lupus/i);
    await picture(sheet, `doctor-${browser}`);
    expect(await read()).not.toContain('diagnosed with');
    expect(pagesIn(await sheet.print())).toBe(1);
    const kept = await sheet.evaluate(async () => [
      location.search + location.hash,
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      String((await indexedDB.databases()).filter(({ name }) => name?.includes('doctor')).length),
    ]);
    expect(kept).toEqual(['', '{}', '0']);
    await sheet.reload();
    expect(await until(read, (text) => text.includes('forgotten'))).toContain('This page has forgotten its sources.');
    await sheet.close();
    await tab.close();
  });

  test('a report shows what it would publish, and it is nothing of the post', async () => {
    const tab = await openFeed();
    await openPanel(tab, 'medical-source');
    await press(tab, 'Report a wrong mark');
    const report = await stage.browser.openedExtensionPage('src/report/index.html');
    const text = () => report.evaluate(() => document.querySelector('textarea')?.value ?? '');
    expect(await until(text, (now) => now !== '')).toMatch(
      /^Mark: Medical source cited \(medical-source\)\nList: [\d.-]+\nExtension: [\d.]+\nSource: nhs \(link\)\n/,
    );
    await picture(report, `report-${browser}`);
    expect(await text()).not.toMatch(/https?:|@|x\.com/);
    const address = () => report.evaluate(() => document.querySelector('a')?.href ?? '');
    const form = new URL(await until(address, (href) => href.includes('/issues/new')));
    expect(form.pathname).toMatch(/\/issues\/new$/);
    expect(form.searchParams.get('body')).toBe(await text());
    await report.close();
    await tab.close();
  });

  test('a hidden mark is gone when its panel is, in this tab alone', async () => {
    const tab = await openFeed();
    const before = (await badgesOn(tab)).length;
    await openPanel(tab, 'carer-experience');
    await press(tab, 'Hide this mark');
    expect(await saysOfIt(tab, 'Hidden')).toContain('Hidden');
    expect(await badgesOn(tab)).toHaveLength(before);
    await closePanel(tab);
    const after = await until(
      () => badgesOn(tab),
      (badges) => badges.length < before,
    );
    expect(after.map(({ label }) => label)).not.toContain('carer-experience');
    const other = await openFeed();
    expect(await badgeOf(other, 'carer-experience')).toBeDefined();
    await other.close();
    await tab.close();
  });

  test('a muted kind goes everywhere at once, and can be taken back where it was muted', async () => {
    const tab = await openFeed();
    const other = await openFeed();
    await tab.bringToFront();
    await openPanel(tab, 'carer-experience');
    const has = async (where: Tab) => (await badgesOn(where)).some(({ label }) => label === 'carer-experience');
    await press(tab, "Never show “Carer's experience”");
    expect(
      await until(
        () => has(other),
        (is) => !is,
      ),
    ).toBe(false);
    const backAgain = 'The settings bring them back.';
    expect(
      await until(
        () => panelText(tab),
        (text) => text.includes(backAgain),
      ),
    ).toContain(backAgain);
    await press(tab, "Never show “Carer's experience”");
    expect(
      await until(
        () => has(other),
        (is) => is,
      ),
    ).toBe(true);
    expect(await saysOfIt(tab, 'Taken back')).toContain('Taken back');
    await other.close();
    await tab.close();
  });

  test('a muted source is no source any more', async () => {
    const tab = await openFeed();
    await openPanel(tab, 'medical-source');
    await press(tab, 'Never count NHS');
    const names = async () => (await badgesOn(tab)).map(({ name }) => name);
    expect((await until(names, (now) => !now.some((name) => name.includes('NHS')))).join()).not.toContain('NHS');
    const options = await stage.browser.openExtensionPage('src/options/index.html');
    await options.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Extension | undefined>;
      return (browser ?? chrome)?.storage.sync.clear();
    });
    await options.close();
    expect((await until(names, (now) => now.some((name) => name.includes('NHS')))).join()).toContain('NHS');
    await tab.close();
  });
});

/** How many pages a PDF has. Firefox packs what tells it. */
function pagesIn(pdf: Uint8Array): number {
  const bytes = Buffer.from(pdf);
  const raw = bytes.toString('latin1');
  const packed = Array.from(raw.matchAll(/stream\r?\n/g), ({ index, 0: { length } }) => {
    const stream = bytes.subarray(index + length, raw.indexOf('endstream', index));
    try {
      return inflateSync(stream).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...packed].join('').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}

/** What of the browsers' API the test needs. */
interface Extension {
  readonly storage: { readonly sync: { clear(): Promise<void> } };
}
