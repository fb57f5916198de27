import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { type Bidi, bidiOf, jsonOf, type RemoteNode, resultOf } from './bidi.ts';
import { type Browser, type ClosedButton, type Launch, type Preference, type Tab, WINDOW } from './browser.ts';
import { call } from './call.ts';
import { steadyLook } from './steady-look.ts';
import { until } from './until.ts';

/** Firefox, by WebDriver BiDi. */
export async function startFirefox(launch: Launch): Promise<Browser> {
  // The first part of the extension's addresses; Firefox would choose one at random and not tell.
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: launch.executable,
    headless: launch.headless,
    acceptInsecureCerts: true,
    networkEnabled: false,
    defaultViewport: null,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: uuid }),
      ...(launch.headless ? { 'intl.locale.requested': 'en-US' } : {}),
      ...(launch.neverRemembers ? { 'browser.privatebrowsing.autostart': true } : {}),
      ...(launch.proxy ? throughProxy(launch.proxy.port) : {}),
    },
  });
  const bidi = bidiOf(browser);
  const id = launch.extension === null ? null : await browser.installExtension(launch.extension);
  const addressOf = (path: string) => `moz-extension://${uuid}/${path}`;
  if (launch.neverRemembers) await letIntoPrivateWindows(bidi, id);
  return {
    name: 'firefox',
    version: await browser.version(),
    open: (address) => tabOf(bidi, address, 'complete', launch.headless),
    addressOf,
    openExtensionPage: (path) => tabOf(bidi, addressOf(path), 'none', launch.headless),
    async openedExtensionPage(path) {
      const context = await contextOf(bidi, addressOf(path));
      if (launch.headless) await bidi.send('browsingContext.setViewport', { context, viewport: WINDOW });
      return tabFor(bidi, context, addressOf(path), 'none');
    },
    async stopBackground() {
      await inBrowserWindow(bidi, `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground()`);
    },
    async isBackgroundRunning() {
      return (
        (await inBrowserWindow(bidi, `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.backgroundState`)) === 'running'
      );
    },
    async update() {
      await browser.installExtension(launch.extension ?? '');
    },
    async uninstall() {
      await browser.uninstallExtension(id ?? '');
    },
    async letOnSites(allowed) {
      await inBrowserWindow(bidi, permissions(id, allowed ? 'add' : 'remove', 'sites'));
    },
    async openPrivately(address) {
      await letIntoPrivateWindows(bidi, id);
      await inBrowserWindow(bidi, 'void OpenBrowserWindow({ private: true })');
      const context = await contextOf(bidi, 'about:privatebrowsing');
      if (launch.headless) await bidi.send('browsingContext.setViewport', { context, viewport: WINDOW });
      await bidi.send('browsingContext.navigate', { context, url: address, wait: 'none' });
      await loaded(bidi, context, address);
      return tabFor(bidi, context, address, 'complete');
    },
    close: () => browser.close(),
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
  };
}

const EXTENSION_ID = 'lived-and-cited@lived-and-cited';

function throughProxy(port: number): Record<string, string | number | boolean> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.allow_hijacking_localhost': true,
    'network.stricttransportsecurity.preloadlist': false,
    'security.cert_pinning.enforcement_level': 0,
  };
}

async function inBrowserWindow(bidi: Bidi, expression: string): Promise<unknown> {
  const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const context = contexts?.[0]?.context;
  if (!context) throw new Error('Firefox shows no window of its own to run a script in.');
  return resultOf(await bidi.send('script.evaluate', { expression, target: { context }, awaitPromise: true }));
}

/** A script of the browser's own that gives the extension what its manifest asks for, or takes it. */
function permissions(id: string | null, change: 'add' | 'remove', what: 'sites' | 'private windows'): string {
  const changed =
    what === 'sites'
      ? '{ permissions: [], origins: extension.manifest.host_permissions }'
      : "{ permissions: ['internal:privateBrowsingAllowed'], origins: [] }";
  return `(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
    await ExtensionPermissions.${change}(extension.id, ${changed}, extension);
  })()`;
}

async function letIntoPrivateWindows(bidi: Bidi, id: string | null): Promise<void> {
  await inBrowserWindow(bidi, permissions(id, 'add', 'private windows'));
  await inBrowserWindow(bidi, `AddonManager.getAddonByID(${JSON.stringify(id)}).then((addon) => addon.reload())`);
}

async function tabOf(bidi: Bidi, address: string, wait: 'complete' | 'none', headless: boolean): Promise<Tab> {
  const { context } = await bidi.send('browsingContext.create', { type: 'tab' });
  if (!context) throw new Error(`Firefox opened no tab for ${address}.`);
  if (headless) await bidi.send('browsingContext.setViewport', { context, viewport: WINDOW });
  await bidi.send('browsingContext.navigate', { context, url: address, wait });
  if (wait === 'none') await loaded(bidi, context, address);
  return tabFor(bidi, context, address, wait);
}

async function contextOf(bidi: Bidi, address: string): Promise<string> {
  const found = await until(
    async () => (await bidi.send('browsingContext.getTree', { maxDepth: 0 })).contexts?.find(({ url }) => url === address),
    (context) => context !== undefined,
  );
  if (!found) throw new Error(`${address} was not opened in Firefox within half a minute.`);
  return found.context;
}

function tabFor(bidi: Bidi, context: string, address: string, wait: 'complete' | 'none'): Tab {
  const hidden = { context, sandbox: 'lived-and-cited-tests' };

  return {
    async evaluate(run, ...args) {
      const answer = await bidi.send('script.evaluate', { expression: call(run, args), target: { context }, awaitPromise: true });
      return jsonOf(answer);
    },
    async runHidden(code) {
      const expression = `Promise.resolve(${code}).then((value) => JSON.stringify(value))`;
      const answer = await bidi.send('script.evaluate', { expression, target: hidden, awaitPromise: true });
      return jsonOf(answer);
    },
    inClosedRoots: (run, ...args) =>
      steadyLook(async () => callOnEach(bidi, hidden, await closedRootsOf(bidi, context), run, args)),
    closedButtons: () =>
      steadyLook(async () => {
        const roots = await closedRootsOf(bidi, context);
        const likely = await callOnEach(bidi, hidden, roots, likelyButtons, []);
        const found = await Promise.all(roots.map((root, index) => buttonsOf(bidi, hidden, root, index, likely[index] ?? [])));
        return found.flat();
      }),
    click: (x, y) => point(bidi, context, 'mouse', x, y),
    tap: (x, y) => point(bidi, context, 'touch', x, y),
    async press(keys) {
      const values = keys.split('+').map((key) => KEYS[key] ?? key);
      const down = values.map((value) => ({ type: 'keyDown', value }));
      const up = values.reverse().map((value) => ({ type: 'keyUp', value }));
      await perform(bidi, context, { type: 'key', id: 'keyboard', actions: [...down, ...up] });
    },
    async scroll(x, y, by) {
      const turn = { type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: by };
      await perform(bidi, context, { type: 'wheel', id: 'wheel', actions: [turn] });
    },
    async resize(width, height, scale = 1) {
      await bidi.send('browsingContext.setViewport', { context, viewport: { width, height }, devicePixelRatio: scale });
    },
    async prefer(feature, value) {
      const [name, values] = PREFERENCES[feature];
      await inBrowserWindow(bidi, `Services.prefs.setIntPref('${name}', ${values[value]})`);
      // A page hears of it a moment later.
      const expression = `matchMedia('(${feature}: ${value})').matches`;
      await until(
        async () => resultOf(await bidi.send('script.evaluate', { expression, target: hidden, awaitPromise: false })),
        (matches) => matches === true,
      );
    },
    accessibleNodes: async () => null,
    async bringToFront() {
      await bidi.send('browsingContext.activate', { context });
    },
    clipboard: async () => String(await inBrowserWindow(bidi, READ_CLIPBOARD)),
    async reload() {
      if (wait === 'none') {
        await bidi.send('browsingContext.reload', { context, wait });
        return loaded(bidi, context, address);
      }
      await bidi.send('browsingContext.reload', { context, wait: 'complete' });
    },
    async screenshot(path, extent = 'window') {
      const origin = extent === 'page' ? 'document' : 'viewport';
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context, origin });
      await writeFile(path, Buffer.from(data ?? '', 'base64'));
    },
    async print() {
      const { data } = await bidi.send('browsingContext.print', { context, page: { width: 21, height: 29.7 } });
      return Buffer.from(data ?? '', 'base64');
    },
    async close() {
      await bidi.send('browsingContext.close', { context });
    },
  };
}

/** Firefox has no such thing for one tab: these are for all of them. */
const PREFERENCES: Readonly<Record<Preference, readonly [name: string, values: Readonly<Record<string, number>>]>> = {
  'prefers-color-scheme': ['layout.css.prefers-color-scheme.content-override', { dark: 0, light: 1 }],
  'prefers-reduced-motion': ['ui.prefersReducedMotion', { 'no-preference': 0, reduce: 1 }],
  'forced-colors': ['browser.display.document_color_use', { none: 0, active: 2 }],
};

const READ_CLIPBOARD = `(() => {
  const transfer = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  transfer.init(null);
  transfer.addDataFlavor('text/plain');
  Services.clipboard.getData(transfer, Services.clipboard.kGlobalClipboard);
  const data = {};
  transfer.getTransferData('text/plain', data);
  return data.value.QueryInterface(Ci.nsISupportsString).data;
})()`;

/** WebDriver's names of keys that write nothing. */
const KEYS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Shift: '\uE008',
  Control: '\uE009',
  Space: ' ',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
};

async function point(bidi: Bidi, context: string, pointerType: 'mouse' | 'touch', x: number, y: number): Promise<void> {
  const steps = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  await perform(bidi, context, { type: 'pointer', id: pointerType, parameters: { pointerType }, actions: steps });
}

async function perform(bidi: Bidi, context: string, source: object): Promise<void> {
  await bidi.send('input.performActions', { context, actions: [source] });
}

/** Firefox never tells that a page of an extension has finished loading: so it is asked. */
async function loaded(bidi: Bidi, context: string, address: string): Promise<void> {
  const expression = 'document.readyState + " " + location.href';
  const state = await until(
    async () => resultOf(await bidi.send('script.evaluate', { expression, target: { context }, awaitPromise: false })),
    (now) => now === `complete ${address}`,
  );
  if (state !== `complete ${address}`) throw new Error(`${address} did not load in Firefox within half a minute: ${state}.`);
}

async function closedRootsOf(bidi: Bidi, context: string): Promise<readonly RemoteNode[]> {
  const answer = await bidi.send('script.evaluate', {
    expression: 'document',
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  return answer.result ? closedRootsIn(answer.result as unknown as RemoteNode) : [];
}

function closedRootsIn(node: RemoteNode): readonly RemoteNode[] {
  const root = node.value?.shadowRoot;
  const own = root ? [...(root.value?.mode === 'closed' ? [root] : []), ...closedRootsIn(root)] : [];
  return [...own, ...(node.value?.children ?? []).flatMap(closedRootsIn)];
}

/** In one message for all nodes. */
async function callOnEach<Node, Args extends readonly unknown[], T>(
  bidi: Bidi,
  target: object,
  nodes: readonly RemoteNode[],
  run: (node: Node, ...args: Args) => T | Promise<T>,
  args: Args,
): Promise<T[]> {
  if (nodes.length === 0) return [];
  const answer = await bidi.send('script.callFunction', {
    functionDeclaration: `(...nodes) => Promise.all(nodes.map((node) => ${call(run, args, 'node')})).then(JSON.stringify)`,
    arguments: nodes.map(({ sharedId }) => ({ sharedId })),
    target,
    awaitPromise: true,
  });
  return jsonOf<(string | null)[]>(answer).map((json) => JSON.parse(json ?? 'null'));
}

/**
 * BiDi does not tell an element's accessible name, but finds elements by it: so each button's likely name is read,
 * and counts when Firefox finds just that button by it.
 */
async function buttonsOf(
  bidi: Bidi,
  hidden: { readonly context: string },
  root: RemoteNode,
  index: number,
  likely: readonly Omit<ClosedButton, 'root'>[],
): Promise<readonly ClosedButton[]> {
  return Promise.all(
    likely.map(async ({ name, box }) => {
      const { nodes } = await bidi.send('browsingContext.locateNodes', {
        context: hidden.context,
        locator: { type: 'accessibility', value: { role: 'button', name } },
        startNodes: [{ sharedId: root.sharedId }],
      });
      return { root: index, name: nodes?.length ? name : '', box };
    }),
  );
}

function likelyButtons(root: ShadowRoot) {
  return [...root.querySelectorAll('button')].map((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    // What is painted is no text of the document.
    const painted = [...button.querySelectorAll<HTMLElement>('[data-said]')].map(({ dataset }) => dataset['said']).join('');
    const name = button.getAttribute('aria-label') ?? (painted || (button.textContent ?? ''));
    return { name: name.replace(/\s+/g, ' ').trim(), box: { x, y, width, height } };
  });
}
