/** Where the panel stands, in pixels of the viewport. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The height of a panel that has the room. Whatever is in it: the page can find out where a panel ends, and must not learn more. */
const HEIGHT = 520;

/** Between the badge and the panel. */
const GAP = 6;
/** Between the panel and the edges of the viewport. */
const MARGIN = 8;
/** With less room than this under the badge, the larger side is taken; with less on both, the panel covers its badge. */
const ENOUGH = 320;

/** Under the badge, from its start, or up to its end where that is further; above when there is more room; always wholly in the viewport. */
export function placeBeside(badge: Box, width: number, viewport: Size, direction: 'ltr' | 'rtl'): Place {
  const below = viewport.height - MARGIN - (badge.bottom + GAP);
  const above = badge.top - GAP - MARGIN;
  const under = below >= ENOUGH || below >= above;
  const most = viewport.height - 2 * MARGIN;
  // A badge scrolled out of sight has more room on one side than there is.
  const height = Math.min(HEIGHT, clamp(under ? below : above, Math.min(ENOUGH, most), most));
  const top = under ? badge.bottom + GAP : badge.top - GAP - height;
  const edges = [badge.left, badge.right - width];
  const left = direction === 'ltr' ? Math.max(...edges) : Math.min(...edges);
  return {
    left: clamp(left, MARGIN, viewport.width - MARGIN - width),
    top: clamp(top, MARGIN, viewport.height - MARGIN - height),
    height,
  };
}

/** When nothing is between, `least` wins: a panel wider than the viewport shows its beginning. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
