import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'vitest';
import { marked, X_MARKS } from './posts.ts';
import { inEachBrowser, X } from './stage.ts';

inEachBrowser('probe', (stage, name) => {
  test('probe', async () => {
    const tab = await stage.browser.open(X);
    await marked(tab, X_MARKS);
    await stage.browser.stopBackground();
    await pause(700);
    console.log(name, 'after stop:', await tab.evaluate(() => document.title));
    await tab.evaluate(() => {
      document.title = '';
      feed.prepend({ id: '4300', name: 'New', handle: 'new', text: ['I was diagnosed with epilepsy.'] });
    });
    await pause(1500);
    await stage.browser.update();
    await pause(1500);
    console.log(name, 'after update:', await tab.evaluate(() => document.title));
    await tab.reload();
    await marked(tab, X_MARKS);
    await pause(1000);
    await stage.browser.uninstall();
    await pause(1500);
    console.log(name, 'after uninstall:', await tab.evaluate(() => document.title));
  });
});
