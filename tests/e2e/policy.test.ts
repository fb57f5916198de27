import { expect, test } from 'vitest';
import { inEachBrowser } from './stage.ts';

// That we ask nothing of the network is seen in leaks.test.ts. Here we try it, as code would that somebody slipped in:
// the browser itself has to refuse, by the policy in the manifest.

/** An address of a host that we may see: without the policy, each of these would reach it. */
const ADDRESS = 'https://x.com/app/feed.js';

inEachBrowser('the browser', (stage) => {
  test('refuses a request to the extension’s own pages', async () => {
    const page = await stage.browser.openExtensionPage('src/options/index.html');
    expect(await page.evaluate(request, ADDRESS)).toBe('refused');
    expect(stage.hosts()).toEqual([]);
    await page.close();
  });

  test.each([
    ['picture', 'img', 'src'],
    ['script', 'script', 'src'],
    ['style', 'link', 'href'],
  ])('refuses a %s to the extension’s own pages', async (_, tag, attribute) => {
    const page = await stage.browser.openExtensionPage('src/options/index.html');
    expect(await page.evaluate(element, ADDRESS, tag, attribute)).toMatch(/^refused by /);
    expect(stage.hosts()).toEqual([]);
    await page.close();
  });
});

function request(address: string): Promise<string> {
  return fetch(address, { mode: 'no-cors' }).then(
    () => 'done',
    () => 'refused',
  );
}

/** Puts an element into the page that would load the address. */
function element(address: string, tag: string, attribute: string): Promise<string> {
  return new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(`refused by ${violatedDirective}`));
    const made = document.createElement(tag);
    made.onload = () => resolve('done');
    made.setAttribute(attribute, address);
    if (made instanceof HTMLLinkElement) made.rel = 'stylesheet';
    document.body.append(made);
    setTimeout(() => resolve('not refused'), 2000);
  });
}
