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
    let theme: Theme | null = null;
    for (let at: Element | null = element; at && !theme; at = at.parentElement) {
      theme = known.get(at) ?? themeOfGround(getComputedStyle(at).backgroundColor);
      climbed.push(at);
    }
    theme ??= themeOfCanvas(element.ownerDocument);
    for (const at of climbed) known.set(at, theme);
    return theme;
  };
}

/** Below this luminance white is easier to read on a ground than black: the contrast of the two is equal here. */
const MIDDLE = 0.179;

const RGB = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/;
const SRGB = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/;

/** Of a computed colour; `null` for one that can be seen through, and for one that we can not read. */
export function themeOfGround(colour: string): Theme | null {
  const [channels, full] = RGB.test(colour) ? [RGB.exec(colour), 255] : [SRGB.exec(colour), 1];
  if (!channels || Number(channels[4] ?? 1) < 0.5) return null;
  const light = (index: number) => linear(Number(channels[index]) / full);
  return 0.2126 * light(1) + 0.7152 * light(2) + 0.0722 * light(3) < MIDDLE ? 'dark' : 'light';
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** What a page with no ground at all is painted on. */
function themeOfCanvas(document: Document): Theme {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (!scheme.includes('dark')) return 'light';
  return !scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
