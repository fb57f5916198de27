import type { Tab } from '../../src/cli/browsers/browser.ts';
import { type Stage, until } from './stage.ts';

// What tests do with the extension's own pages, as a reader does it: fields by their names, buttons by their words.

/** A page of ours, once there is something to press on it. */
export async function openOwnPage(stage: Stage, page: string): Promise<Tab> {
  const tab = await stage.browser.openExtensionPage(`src/${page}/index.html`);
  await until(
    () => tab.evaluate(() => document.querySelectorAll('input, button').length),
    (count) => count > 1,
  );
  return tab;
}

/** Clicks a switch, or one of a few, with that name. */
export async function flip(page: Tab, name: string): Promise<void> {
  await clickOn(page, 'input[type="checkbox"], input[type="radio"]', name);
}

export async function pressButton(page: Tab, name: string): Promise<void> {
  await clickOn(page, 'button', name);
}

/** Waits until the page has it, and clicks on it. */
async function clickOn(page: Tab, selector: string, name: string): Promise<void> {
  await page.bringToFront();
  const place = await until(
    () => page.evaluate(placeOf, selector, name),
    (found) => found !== null,
  );
  if (!place) throw new Error(`There is nothing called "${name}" to press. The page: ${await textOf(page)}`);
  await page.click(place.x, place.y);
}

/** Where what has that name is, scrolled to where it is seen. */
function placeOf(selector: string, name: string): { readonly x: number; readonly y: number } | null {
  function nameOf(element: HTMLElement): string {
    const ids = element.getAttribute('aria-labelledby')?.split(' ');
    if (ids) return ids.map((id) => document.getElementById(id)?.textContent).join(', ');
    return (element instanceof HTMLInputElement ? element.labels?.[0] : element)?.textContent?.trim() ?? '';
  }
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => nameOf(element) === name);
  if (!found) return null;
  found.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Waits for a field, and puts a text into it, or chooses a value from its list. */
export async function fill(page: Tab, id: string, value: string): Promise<void> {
  const took = () =>
    page.evaluate(
      (wanted, text) => {
        const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(`#${wanted}`);
        if (!field || field.disabled) return false;
        field.value = text;
        // A list has no value that it does not offer.
        if (field.value !== text) return false;
        field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
        return true;
      },
      id,
      value,
    );
  if (!(await until(took, (is) => is))) throw new Error(`There is no field "${id}" that takes "${value}".`);
}

export function textOf(page: Tab): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Waits until these words are on the page, and returns its text. */
export function says(page: Tab, words: string): Promise<string> {
  return until(
    () => textOf(page),
    (text) => text.includes(words),
  );
}

/** What is stored of the settings; `null` when nothing is. */
export function storedSettings(page: Tab): Promise<Record<string, unknown> | null> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: Storage }>;
    interface Storage {
      readonly sync: { get(key: string): Promise<{ readonly settings?: Record<string, unknown> }> };
    }
    return (await (browser ?? chrome).storage.sync.get('settings')).settings ?? null;
  });
}

export function storeSettings(page: Tab, settings: object | null): Promise<void> {
  return page.evaluate((value) => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { storage: Storage }>;
    interface Storage {
      readonly sync: { set(items: object): Promise<void> };
    }
    return (browser ?? chrome).storage.sync.set({ settings: value });
  }, settings);
}
