// A script of the page that looks for extensions, loaded before anything else of the page: `?spy` in its address.
// What it sees it keeps in `window.spy`. It has whatever a script of the site has, and nothing of a browser's developer tools.

(() => {
  /** Calls of what it has replaced: how many in all, and those in which it saw something that is not the site's. */
  const calls = { all: 0, foreign: [] };
  const events = [];
  const mutations = [];
  const entries = [];
  /** The kinds of those that name an element that the site has not made. */
  const timed = [];

  // As they were before they are replaced below.
  const { closest, getBoundingClientRect } = Element.prototype;

  /** Whether it stands in the feed and the site has not made it. */
  function isForeign(thing) {
    return thing instanceof Element && window.feed?.isForeign(thing) === true && closest.call(thing, '#list > *') !== null;
  }

  let noting = false;
  function note(name, things) {
    // What is asked here may itself have been replaced.
    if (noting) return;
    noting = true;
    calls.all += 1;
    const { stack } = new Error(name);
    if (things.some(isForeign) || /extension:/.test(stack)) calls.foreign.push(`${name}\n${stack}`);
    noting = false;
  }

  // Whatever an extension would have to call, if it ran where the page does.
  Error.stackTraceLimit = 100;
  for (const [owner, names] of [
    [
      Element.prototype,
      ['attachShadow', 'prepend', 'append', 'remove', 'setAttribute', 'querySelectorAll', 'closest', 'matches'],
    ],
    [Element.prototype, ['getBoundingClientRect', 'after', 'before', 'insertAdjacentElement', 'animate', 'getClientRects']],
    [Node.prototype, ['appendChild', 'insertBefore', 'removeChild', 'contains', 'compareDocumentPosition', 'getRootNode']],
    [Document.prototype, ['createElement', 'createElementNS', 'createTreeWalker', 'createRange', 'querySelectorAll']],
    [EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']],
    [HTMLElement.prototype, ['focus', 'click', 'showPopover']],
    [MutationObserver.prototype, ['observe', 'takeRecords']],
    [ResizeObserver.prototype, ['observe', 'unobserve']],
    [CSSStyleSheet.prototype, ['replaceSync', 'insertRule']],
    [CSSStyleDeclaration.prototype, ['setProperty']],
    [Promise.prototype, ['then']],
    [Map.prototype, ['set', 'get']],
    [WeakMap.prototype, ['set']],
    [Set.prototype, ['add']],
    [JSON, ['parse', 'stringify']],
    [console, ['log', 'info', 'warn', 'error', 'debug']],
    [window, ['requestAnimationFrame', 'setTimeout', 'queueMicrotask', 'postMessage', 'fetch', 'getComputedStyle', 'matchMedia']],
  ]) {
    for (const name of names) {
      const native = owner[name];
      owner[name] = function (...things) {
        note(name, [this, ...things]);
        return native.apply(this, things);
      };
    }
  }
  for (const name of [
    'MutationObserver',
    'ResizeObserver',
    'IntersectionObserver',
    'OffscreenCanvas',
    'CSSStyleSheet',
    'AbortController',
  ]) {
    window[name] = new Proxy(window[name], {
      construct(target, things) {
        note(name, things);
        return Reflect.construct(target, things);
      },
    });
  }
  // Our own names for things, in case we read or write them on objects of the page.
  for (const name of ['payload', 'assessment', 'labels', 'records', 'vnode', 'browser', 'mark', 'badge']) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get() {
        note(`get ${name}`, [this]);
        return undefined;
      },
      set(value) {
        note(`set ${name}`, [this, value]);
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  }

  // Every event that there is, as far up as a page can listen.
  const types = new Set([
    'focusin',
    'focusout',
    'DOMNodeInserted',
    'DOMSubtreeModified',
    'DOMNodeRemoved',
    'message',
    'slotchange',
  ]);
  for (const owner of [window, document, Element.prototype, HTMLElement.prototype, Document.prototype]) {
    for (const name in owner) if (name.startsWith('on')) types.add(name.slice(2));
  }
  for (const type of ['securitypolicyviolation', 'unhandledrejection', 'error', 'selectionchange', 'beforematch'])
    types.add(type);
  for (const type of types) {
    window.addEventListener(
      type,
      (event) => {
        const { stack } = new Error(type);
        const inner = event.composedPath().some((node) => node instanceof ShadowRoot);
        events.push({ type, foreign: isForeign(event.target), inner, ours: /extension:/.test(stack), text: textOf(event) });
      },
      { capture: true, passive: true },
    );
  }

  function textOf({ message, filename, reason, blockedURI, sourceFile, data }) {
    return [message, filename, reason, blockedURI, sourceFile, data].filter((part) => part !== undefined).join(' ');
  }

  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (isForeign(target)) mutations.push(`${type} ${attributeName} on ours`);
      for (const node of addedNodes) if (isForeign(node)) mutations.push(`added ${node.outerHTML}`);
      // What stands in the page from its beginning is not made by the feed either; of that the feed changes its list alone.
      const stands = window.feed?.isForeign(target) === true && !isForeign(target) && target.id !== 'list';
      if (type === 'attributes' && stands) mutations.push(`${attributeName} of ${target.nodeName}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        entries.push(JSON.stringify(entry));
        // Shifts of the layout, the largest thing painted, what was pressed: some tell an element.
        const told = [entry.target, entry.element, ...(entry.sources ?? []).map(({ node }) => node)];
        if (told.some((node) => node && isForeign(node))) timed.push(entry.entryType);
      }
    }).observe({ type, buffered: true, durationThreshold: 16 });
  }

  // A font of the page under the names of ours, in a file for each letter: if it were used, the server would be asked for
  // the letters of our words.
  const fonts = document.createElement('style');
  fonts.textContent = ['system-ui', 'sans-serif', 'ui-sans-serif', 'inherit', '-apple-system']
    .flatMap((family) =>
      [...'PatienCrsMdlNouL'].map(
        (letter) =>
          `@font-face { font-family: "${family}"; src: url(/font/${family}-${letter}.woff2); unicode-range: U+${letter.codePointAt(0).toString(16)} }`,
      ),
    )
    .join('\n');
  document.head.append(fonts);

  // What differs between two posts is then ours.
  const equal = document.createElement('style');
  equal.textContent = 'article { height: 170px; box-sizing: border-box }';
  document.head.append(equal);

  /** Everything that can be asked of one of our elements. */
  async function fingerprint(host) {
    const { parentElement: parent } = host;
    const article = host.closest('article');
    const print = { markup: [host.outerHTML, host.getHTML({ serializableShadowRoots: true }), host.cloneNode(true).outerHTML] };
    print.serialised = new XMLSerializer().serializeToString(host);
    print.box = boxIn(host, article);
    for (const prototype of [HTMLElement.prototype, Element.prototype, Node.prototype]) {
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
        const value = getter?.call(host);
        if (value === null || !/^(object|function|undefined)$/.test(typeof value)) print[name] = value;
      }
    }
    for (const pseudo of [
      null,
      '::before',
      '::after',
      '::first-line',
      '::first-letter',
      '::marker',
      '::selection',
      '::backdrop',
    ]) {
      const style = getComputedStyle(host, pseudo);
      print[`style ${pseudo}`] = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
    }
    print.hits = hitsAround(host);
    print.caret = caretIn(host);
    print.animations = [host.getAnimations({ subtree: true }).length, document.getAnimations().length];
    print.observed = await observed(host);
    for (const css of STYLES) {
      const before = host.style.cssText;
      host.style.cssText = css.replaceAll(/;|$/g, ' !important;');
      const { width, height } = host.getBoundingClientRect();
      const { scrollWidth, scrollHeight, offsetWidth, clientHeight } = host;
      print[css] = [width, height, scrollWidth, scrollHeight, offsetWidth, clientHeight, parent.scrollWidth, article.scrollWidth];
      host.style.cssText = before;
    }
    // Elsewhere the style sheets of its root do not follow it.
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument.body.append(host);
    print.elsewhere = [boxIn(host, frame.contentDocument.body), host.scrollWidth, host.scrollHeight, hitsAround(host)];
    host.style.cssText = 'position: static !important; display: inline-block !important';
    print.elsewhereStatic = [host.offsetWidth, host.offsetHeight, host.scrollWidth, host.scrollHeight, hitsAround(host)];
    frame.remove();
    return print;
  }

  const STYLES = [
    'position: static; display: inline-block',
    'width: min-content',
    'width: max-content; height: max-content',
    'display: flex; width: fit-content',
    'display: grid; width: max-content',
    'display: inline; position: static',
    'display: table-cell; position: static',
    'float: left; position: static',
    'overflow: auto; width: 10px; height: 10px',
    'overflow: scroll; width: 0; height: 0; position: static',
    'writing-mode: vertical-rl; width: max-content',
    'font: 100px monospace; width: max-content; line-height: 3',
    'columns: 1px; width: 30px; position: static',
    'zoom: 3; width: max-content',
    'direction: rtl; width: min-content',
    'contain: none; container-type: normal; content-visibility: visible; width: max-content',
    'letter-spacing: 40px; word-spacing: 100px; text-indent: 100px; width: max-content',
    'text-transform: uppercase; font-variant: small-caps; width: max-content',
    '--edge: 1px; --text: 100px; --ring: 9px; width: max-content',
  ];

  /** Every element that the site has not made, from the top of the page down. */
  function foreign() {
    const top = (element) => getBoundingClientRect.call(element).top;
    return [...document.querySelectorAll('#list *')].filter(isForeign).sort((one, other) => top(one) - top(other));
  }

  function boxIn(host, around) {
    const [box, base] = [host.getBoundingClientRect(), around.getBoundingClientRect()];
    return [box.width, box.height, box.left - base.left, box.top - base.top, host.getClientRects().length].map(
      (n) => Math.round(n * 100) / 100,
    );
  }

  /** Where in and around it a pointer would be on it. */
  function hitsAround(host) {
    const { left, top, width, height } = host.getBoundingClientRect();
    const root = host.ownerDocument;
    const rows = [];
    for (let y = -6; y < height + 30; y += 2) {
      let row = '';
      for (let x = -60; x < width + 60; x += 2) row += root.elementFromPoint(left + x, top + y) === host ? '#' : '.';
      rows.push(row);
    }
    return rows.join('\n');
  }

  /** Lines across the window and down it: where a pointer would be on ours. */
  function hitsInWindow(host) {
    const lines = [];
    function line(length, pointAt) {
      let hits = '';
      for (let at = 0; at < length; at += 4) hits += document.elementFromPoint(...pointAt(at)) === host ? '#' : '.';
      lines.push(hits);
    }
    for (let y = 0; y < innerHeight; y += 90) line(innerWidth, (x) => [x, y]);
    for (let x = 0; x < innerWidth; x += 160) line(innerHeight, (y) => [x, y]);
    return lines.join('\n');
  }

  function caretIn(host) {
    const { left, top, width, height } = host.getBoundingClientRect();
    return [0.1, 0.5, 0.9].map((part) => {
      const caret = document.caretPositionFromPoint?.(left + width * part, top + height / 2);
      return caret && `${caret.offsetNode.nodeName} ${caret.offset}`;
    });
  }

  function observed(host) {
    const sizes = new Promise((resolve) => {
      new ResizeObserver(([entry]) => resolve([entry.contentRect.width, entry.borderBoxSize[0].inlineSize])).observe(host);
    });
    const sight = new Promise((resolve) => {
      new IntersectionObserver(([entry]) => resolve([entry.intersectionRatio, entry.boundingClientRect.width])).observe(host);
    });
    return Promise.all([sizes, sight]);
  }

  /** Whether the browser finds a text for the page, by searching it and by going to it. */
  function find(text) {
    getSelection().removeAllRanges();
    const found = window.find(text, false, false, true, false, true, false);
    const selected = getSelection().toString();
    getSelection().removeAllRanges();
    return found || selected !== '';
  }

  /** All the text and markup that a script can get at. */
  function everything() {
    getSelection().selectAllChildren(document.documentElement);
    const selected = getSelection().toString();
    document.execCommand('selectAll');
    const all = getSelection().toString();
    getSelection().removeAllRanges();
    const active = document.activeElement?.outerHTML ?? '';
    const serialised = new XMLSerializer().serializeToString(document);
    const { outerHTML, textContent, innerText } = document.documentElement;
    const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules]);
    const css = sheets.map(({ cssText }) => cssText).filter((rule) => !rule.startsWith('@font-face'));
    return [
      outerHTML,
      textContent,
      innerText,
      serialised,
      selected,
      all,
      active,
      ...css,
      ...entries,
      ...events.map(({ text }) => text),
    ].join('\n');
  }

  window.spy = { calls, events, mutations, entries, timed, foreign, fingerprint, hitsInWindow, find, everything };
})();
