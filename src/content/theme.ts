export type Theme = 'light' | 'dark';

/**
 * A function that tells what an element stands on: the nearest ground behind it that can not be seen through.
 * It remembers what it found for every element on the way, so a page's worth of posts costs little more than one of them.
 * Only to be called when styles are computed: it would force that otherwise.
 */
export function themeReader(): (element: Element) => Theme {
  const known = new WeakMap<Element, Theme>();
  return (element) => {
    const climbed: Element[] = [];
    let theme: Theme | null | undefined = null;
    for (let at: Element | null = element; at && !theme; at = parentOf(at)) {
      theme = known.get(at) ?? themeOfGround(getComputedStyle(at).backgroundColor);
      climbed.push(at);
    }
    theme ??= canvasTheme(element.ownerDocument);
    for (const at of climbed) known.set(at, theme);
    return theme;
  };
}

function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** Below this luminance white is easier to read on a ground than black: the contrast of the two is equal here. */
const MIDDLE = 0.179;

/** `null` for a ground that can be seen through, and for what we can not read. */
export function themeOfGround(colour: string): Theme | null {
  const rgb = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:,? (?:\/ )?([\d.]+))?\)$/.exec(colour);
  const srgb = rgb ? null : /^color\(srgb (\S+) (\S+) (\S+?)(?: \/ (\S+))?\)$/.exec(colour);
  const parts = rgb ?? srgb;
  if (!parts || Number(parts[4] ?? 1) < 0.5) return null;
  const scale = rgb ? 255 : 1;
  const [red, green, blue] = [parts[1], parts[2], parts[3]].map((part) => linear(Number(part) / scale)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < MIDDLE ? 'dark' : 'light';
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** What a page with no ground at all is painted on. */
function canvasTheme(document: Document): Theme {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches)
    ? 'dark'
    : 'light';
}
