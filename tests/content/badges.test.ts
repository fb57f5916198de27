// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Box } from '../../src/content/placement.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { article, hosts, now, site, startFeed, type TestFeed, write } from './page.ts';
import { layOut, stubResizeObserver } from './resize-observer.ts';

vi.mock('../../src/ui/shadow.ts', () => ({
  createShadow: (host: HTMLElement) => host.attachShadow({ mode: 'open' }),
  addStyles: () => {},
}));

// A post of 400 by 100 with a name of 80 px in its row. The box of its badges is 472 px wide for two whole ones, 240 for one, 174 in
// words, 90 for a word and 56 in icons; the layout alone would put it at the lower left corner of the header, or right when the
// page is read from there.
let feed: TestFeed | undefined;
let width: number;
let measured: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
  stubResizeObserver();
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  width = 400;
  measured = 0;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    measured += 1;
    return this.shadowRoot ? hostBox(this as HTMLElement) : rect(0, 0, width, this.localName === 'article' ? 100 : 40);
  });
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(() => [rect(0, 12, 80, 20)] as unknown as DOMRectList);
});

afterEach(() => {
  feed?.abort();
  feed = undefined;
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('a badge is placed at the end of its row when the layout is done, and not seen before', async () => {
  await show('My flare');
  expect(host().style.opacity).toBe('0');
  layOut();
  expect(host().style.opacity).toBe('');
  expect(seenAt()).toEqual({ left: 152, top: 10, width: 240 });
  expect(shownFit()).toBe('whole');
});

test('a badge takes no part in the layout and is not moved by it when its post grows', async () => {
  const root = await show('My flare');
  layOut();
  expect(host().style.position).toBe('absolute');
  expect(root.querySelector('header')?.firstElementChild).toBe(host());
});

test('no layout is asked for before it is done', async () => {
  await show('My flare');
  expect(measured).toBe(0);
});

test('words give way to fewer and at last to icons in a narrow row, and come back in a wide one', async () => {
  await show('My flare');
  for (const [wide, fit, box] of [
    [600, 'pair', 472],
    [400, 'whole', 240],
    [300, 'words', 174],
    [200, 'word', 90],
    [160, 'icons', 56],
    [400, 'whole', 240],
  ] as const) {
    width = wide;
    layOut(true);
    expect(shownFit()).toBe(fit);
    expect(seenAt()).toEqual({ left: wide - 8 - box, top: 10, width: box });
  }
});

test('words that are larger give way to smaller ones before they give way to icons', async () => {
  document.body.append(article('1', 'My flare'));
  feed = await startFeed({ site }, { ...DEFAULT_SETTINGS, badgeText: 'larger' });
  const seen = [520, 350, 320, 290, 230, 210, 190, 160].map((wide) => {
    width = wide;
    layOut(true);
    return `${shownFit()} ${mark()?.style.fontSize}`;
  });
  const words = ['words 17px', 'words 14px', 'words 12px'];
  const word = ['word 17px', 'word 14px', 'word 12px'];
  expect(seen).toEqual(['whole 17px', ...words, ...word, 'icons 17px']);
  expect(hostBox(host()).height).toBe(24);
});

test('in a full row a badge goes to the strip above it and is no higher than that', async () => {
  width = 90;
  await show('My flare');
  layOut();
  expect(shownFit()).toBe('icons');
  expect(seenAt()).toEqual({ left: 45, top: 0, width: 37 });
  width = 160;
  layOut(true);
  expect(seenAt()).toEqual({ left: 96, top: 10, width: 56 });
});

test('a badge keeps its place when it gets narrower in a page that is read from the right', async () => {
  document.body.style.direction = 'rtl';
  vi.mocked(Range.prototype.getClientRects).mockImplementation(() => [rect(width - 80, 12, 80, 20)] as unknown as DOMRectList);
  await show('My flare');
  layOut();
  expect(seenAt()).toEqual({ left: 8, top: 10, width: 240 });
  width = 160;
  layOut(true);
  expect(seenAt()).toEqual({ left: 8, top: 10, width: 56 });
});

test('a post that is hidden for a while teaches nothing wrong about the size of its badge', async () => {
  await show('My flare');
  layOut();
  width = 0;
  layOut(true);
  width = 160;
  layOut(true);
  expect(shownFit()).toBe('icons');
  expect(seenAt()).toEqual({ left: 96, top: 10, width: 56 });
});

test('a badge has the theme of what it stands on, and follows it', async () => {
  document.body.style.backgroundColor = 'rgb(0, 0, 0)';
  await show('My flare');
  layOut();
  expect(shownTheme()).toBe('dark');
  document.body.style.backgroundColor = 'rgb(255, 255, 255)';
  await now();
  layOut();
  expect(shownTheme()).toBe('light');
});

test('a badge is placed anew when its row has other words in it', async () => {
  const root = await show('My flare');
  layOut();
  vi.mocked(Range.prototype.getClientRects).mockImplementation(() => [rect(0, 12, 310, 20)] as unknown as DOMRectList);
  (root.querySelector('b')?.firstChild as Text).data = 'Noor has a longer name now';
  await vi.advanceTimersByTimeAsync(100);
  layOut();
  expect(shownFit()).toBe('icons');
});

test('a badge is not measured for what changes elsewhere in its post', async () => {
  const root = await show('My flare');
  const footer = document.createElement('footer');
  root.append(footer);
  await vi.advanceTimersByTimeAsync(100);
  layOut();
  measured = 0;
  footer.append('4 answers');
  await vi.advanceTimersByTimeAsync(100);
  layOut();
  expect(measured).toBe(0);
});

test('the page can not tell from the element which labels a post has, nor when they change', async () => {
  const root = await show('My flare');
  document.body.append(article('2', 'Mum had a flare, see <a href="https://orpha.example">Orphanet</a>'));
  await vi.advanceTimersByTimeAsync(100);
  layOut();
  const [one, other] = hosts() as [HTMLElement, HTMLElement];
  expect(one.shadowRoot?.querySelectorAll('button')).toHaveLength(1);
  expect(other.shadowRoot?.querySelectorAll('button')).toHaveLength(2);
  expect(one.outerHTML).toBe(other.outerHTML);
  expect({ ...hostBox(one), toJSON: null }).toEqual({ ...hostBox(other), toJSON: null });
  const heard = vi.fn();
  new MutationObserver(heard).observe(one, { attributes: true, childList: true });
  write(root, 'Mum had a flare');
  await vi.advanceTimersByTimeAsync(100);
  layOut(true);
  expect(one.shadowRoot?.querySelector('button')?.dataset['label']).toBe('carer-experience');
  expect(heard).not.toHaveBeenCalled();
});

test('twenty badges are measured before any of them is moved', async () => {
  document.body.append(...Array.from({ length: 20 }, (_, at) => article(`${at}`, 'My flare')));
  feed = await startFeed();
  const all = hosts();
  let measuredLate = 0;
  vi.mocked(Element.prototype.getBoundingClientRect).mockImplementation(function (this: Element) {
    if (all.some(isMoved)) measuredLate += 1;
    return this.shadowRoot ? hostBox(this as HTMLElement) : rect(0, 0, width, 40);
  });
  layOut();
  expect(all.filter(isMoved)).toHaveLength(20);
  expect(measuredLate).toBe(0);
});

async function show(html: string): Promise<Element> {
  const root = article('1', html);
  document.body.append(root);
  feed = await startFeed({ site });
  return root;
}

function host(): HTMLElement {
  return hosts()[0] as HTMLElement;
}

function shownFit(): string | undefined {
  return mark()?.dataset['fit'];
}

function shownTheme(): string | undefined {
  return mark()?.dataset['theme'];
}

function mark(): HTMLElement | null | undefined {
  return host().shadowRoot?.querySelector<HTMLElement>('.mark');
}

function isMoved({ style }: HTMLElement): boolean {
  return style.translate !== '';
}

function seenAt(): unknown {
  const { left, top, width } = hostBox(host());
  return { left: Math.round(left), top: Math.round(top), width: Math.round(width) };
}

function hostBox(element: HTMLElement): DOMRect {
  const box = element.shadowRoot?.querySelector<HTMLElement>('.mark')?.style;
  const inPixels = (length: string | undefined) => Number.parseFloat(length ?? '');
  const scale = Number(element.style.scale || 1);
  const [x = 0, y = 0] = element.style.translate.split(' ').map(Number.parseFloat);
  if (width === 0) return rect(0, 0, 0, 0);
  const start = document.body.style.direction === 'rtl' ? width - 3 - inPixels(box?.inlineSize) : 3;
  return rect(start + (x || 0), 40.5 + (y || 0), inPixels(box?.inlineSize) * scale, inPixels(box?.blockSize) * scale);
}

function rect(left: number, top: number, width: number, height: number): DOMRect & Box {
  return { left, top, width, height, right: left + width, bottom: top + height, x: left, y: top, toJSON: () => '' };
}
