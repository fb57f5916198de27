import puppeteer, { type CDPSession, type KeyInput, type Browser as Launched, type Page, type Protocol } from 'puppeteer-core';
import { type AccessibleNode, type Box, type Browser, type ClosedButton, type Launch, type Tab, WINDOW } from './browser.ts';
import { call } from './call.ts';
import { steadyLook } from './steady-look.ts';
import { until } from './until.ts';

/** Chromium or Chrome, by its own protocol. */
export async function startChromium(launch: Launch): Promise<Browser> {
  const browser = await puppeteer.launch({
    executablePath: launch.executable,
    headless: launch.headless,
    pipe: true,
    acceptInsecureCerts: true,
    env: launch.headless ? { ...process.env, LANGUAGE: 'en_US' } : process.env,
    enableExtensions: true,
    defaultViewport: launch.headless ? WINDOW : null,
    args: [
      // Chromium refuses its sandbox to root, and containers often do not have what it is made of. A person who browses keeps it.
      ...(launch.headless || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(launch.headless ? ['--lang=en-US'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(launch.proxy ? throughProxy(launch.proxy.port) : []),
    ],
  });
  const id = launch.extension === null ? null : await browser.installExtension(launch.extension);
  const addressOf = (path: string) => `chrome-extension://${id}/${path}`;
  return {
    name: 'chromium',
    version: await browser.version(),
    async open(address) {
      return tabOf(browser, address);
    },
    addressOf,
    async openExtensionPage(path) {
      return tabOf(browser, addressOf(path));
    },
    async openedExtensionPage(path) {
      const target = await browser.waitForTarget((each) => each.url() === addressOf(path));
      const page = await target.page();
      if (!page) throw new Error(`${path} of the extension is open, and no tab.`);
      await page.setViewport(launch.headless ? WINDOW : null);
      return tabFor(page);
    },
    async stopBackground() {
      const running = workerOf(browser, id);
      if (!running) return;
      // One that is just coming up or going down does not take it: it is told again. A page may have woken another meanwhile.
      await until(
        async () => {
          await running
            .worker()
            .then((worker) => worker?.close())
            .catch(() => {});
          return workerOf(browser, id) === running;
        },
        (isThere) => !isThere,
        5000,
      );
    },
    async isBackgroundRunning() {
      return workerOf(browser, id) !== undefined;
    },
    async update() {
      await browser.installExtension(launch.extension ?? '');
    },
    async uninstall() {
      await browser.uninstallExtension(id ?? '');
    },
    letOnSites: (allowed) => configure(browser, id, { hostAccess: allowed ? 'ON_ALL_SITES' : 'ON_CLICK' }),
    async openPrivately(address) {
      await configure(browser, id, { incognitoAccess: true });
      // A window as the reader opens one; a context of puppeteer's would be a profile that extensions know nothing of.
      const page = await browser.newPage();
      // The extension is loaded anew when it is let into private windows.
      await until(
        () =>
          page.goto(addressOf('icons/16.png')).then(
            () => page.evaluate('chrome.windows !== undefined'),
            () => false,
          ),
        (isThere) => isThere === true,
      );
      await page.evaluate(`chrome.windows.create({ incognito: true, url: ${JSON.stringify(address)} })`);
      const target = await browser.waitForTarget((each) => each.type() === 'page' && each.url() === address);
      const opened = await target.page();
      if (!opened) throw new Error(`${address} is open in a private window, and no tab.`);
      await page.close();
      await opened.setViewport(launch.headless ? WINDOW : null);
      return tabFor(opened);
    },
    close: () => browser.close(),
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
  };
}

function throughProxy(port: number): readonly string[] {
  return [
    '--ignore-certificate-errors',
    `--proxy-server=http://127.0.0.1:${port}`,
    '--proxy-bypass-list=<-loopback>',
    // Whatever would go around the proxy finds nothing.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
}

function workerOf(browser: Launched, id: string | null) {
  return browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`));
}

/** Does what the reader does on the browser's page about its extensions. */
async function configure(browser: Launched, extensionId: string | null, configuration: object): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  // Without it, an extension that is loaded anew is switched off: it comes from no store.
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId, ...configuration })})`,
  );
  await page.close();
}

async function tabOf(browser: Launched, address: string): Promise<Tab> {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'load' });
  return tabFor(page);
}

async function tabFor(page: Page): Promise<Tab> {
  const preferred = new Map<string, string>();
  const session = await page.createCDPSession();
  await session.send('Accessibility.enable');
  return {
    async evaluate(run, ...args) {
      return JSON.parse(((await page.evaluate(call(run, args))) as string | undefined) ?? 'null');
    },
    async runHidden(code) {
      const contextId = await hiddenWorld(session);
      const expression = `Promise.resolve(${code}).then((value) => JSON.stringify(value))`;
      return jsonOf(await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true }));
    },
    inClosedRoots: (run, ...args) =>
      steadyLook(async () => {
        const world = await hiddenWorld(session);
        const roots = closedRootsIn(await wholeDocument(session));
        return Promise.all(roots.map((root) => callOn(session, world, root.backendNodeId, run, args)));
      }),
    closedButtons: () => steadyLook(() => closedButtons(session)),
    click: (x, y) => page.mouse.click(x, y),
    tap: null,
    async press(keys) {
      const held = keys.split('+') as KeyInput[];
      const key = held.pop();
      if (!key) throw new Error(`"${keys}" names no key.`);
      for (const other of held) await page.keyboard.down(other);
      await page.keyboard.press(key);
      for (const other of held.reverse()) await page.keyboard.up(other);
    },
    async scroll(x, y, by) {
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: by });
    },
    resize: (width, height, scale = 1) => page.setViewport({ width, height, deviceScaleFactor: scale }),
    async prefer(feature, value) {
      preferred.set(feature, value);
      const features = Array.from(preferred, ([name, value]) => ({ name, value }));
      await session.send('Emulation.setEmulatedMedia', { features });
    },
    async accessibleNodes() {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes.filter(({ ignored }) => !ignored).map(accessibleNode);
    },
    bringToFront: () => page.bringToFront(),
    async clipboard() {
      await session.send('Browser.grantPermissions', { permissions: ['clipboardReadWrite'] });
      await page.bringToFront();
      return page.evaluate(() => navigator.clipboard.readText());
    },
    async reload() {
      await page.reload({ waitUntil: 'load' });
    },
    async screenshot(path, extent = 'window') {
      // Of a tab behind another one there never comes a picture.
      await page.bringToFront();
      await page.screenshot({ path: path as `${string}.png`, fullPage: extent === 'page' });
    },
    print: () => page.pdf({ format: 'A4', preferCSSPageSize: true }),
    close: () => page.close(),
  };
}

async function closedButtons(session: CDPSession): Promise<readonly ClosedButton[]> {
  const world = await hiddenWorld(session);
  const names = await accessibleNames(session);
  const buttons = closedRootsIn(await wholeDocument(session)).flatMap((root, index) =>
    descendants(root)
      .filter((node) => node.nodeName === 'BUTTON')
      .map((node) => ({ root: index, id: node.backendNodeId })),
  );
  return Promise.all(
    buttons.map(async ({ root, id }) => ({
      root,
      name: names.get(id) ?? '',
      box: await callOn(session, world, id, boxOf, []),
    })),
  );
}

function accessibleNode({ role, name, properties = [] }: Protocol.Accessibility.AXNode): AccessibleNode {
  return {
    role: String(role?.value ?? ''),
    name: String(name?.value ?? ''),
    properties: Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
  };
}

async function accessibleNames(session: CDPSession): Promise<ReadonlyMap<number, string>> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const named = nodes.flatMap((node) =>
    node.backendDOMNodeId !== undefined && !node.ignored
      ? [[node.backendDOMNodeId, String(node.name?.value ?? '')] as const]
      : [],
  );
  return new Map(named);
}

async function wholeDocument(session: CDPSession): Promise<Protocol.DOM.Node> {
  return (await session.send('DOM.getDocument', { depth: -1, pierce: true })).root;
}

function closedRootsIn(node: Protocol.DOM.Node): readonly Protocol.DOM.Node[] {
  return [node, ...descendants(node)].flatMap(
    (each) => each.shadowRoots?.filter((root) => root.shadowRootType === 'closed') ?? [],
  );
}

function descendants(node: Protocol.DOM.Node): readonly Protocol.DOM.Node[] {
  const below = [...(node.shadowRoots ?? []), ...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  return below.flatMap((child) => [child, ...descendants(child)]);
}

async function hiddenWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = { frameId: frameTree.frame.id, worldName: 'lived-and-cited-tests' };
  return (await session.send('Page.createIsolatedWorld', world)).executionContextId;
}

async function callOn<Node, Args extends readonly unknown[], T>(
  session: CDPSession,
  world: number,
  backendNodeId: number,
  run: (node: Node, ...args: Args) => T,
  args: Args,
): Promise<T> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId: world });
  const answer = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: `function () { return ${call(run, args, 'this')}; }`,
    objectId: object.objectId as string,
    awaitPromise: true,
    returnByValue: true,
  });
  return jsonOf(answer);
}

function jsonOf<T>({ result, exceptionDetails }: Protocol.Runtime.EvaluateResponse): T {
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return JSON.parse(result.value ?? 'null');
}

function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}
