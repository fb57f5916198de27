import { LABEL_NAMES } from './names.ts';
import type { Translate } from './translate.ts';

/** Whether there is room for words, or for icons alone. */
export type Fit = 'words' | 'icons';

/** In em of the badges' text. */
export interface BadgeBox {
  readonly inline: number;
  readonly block: number;
}

/** For the finger, 24 px at the size of the site's small print; what is drawn is lower. */
const BLOCK = 2;

/** Two icons, the gap between them, and room for the ring of the focus. */
const ICONS = 2 * BLOCK + 1 / 3 + 1 / 3;

/** What is in a badge beside its words: the icon, the gap behind it, padding, edges, the ring of the focus. */
const AROUND_WORDS = 14 / 12 + 1 / 3 + 7 / 6 + 1 / 6 + 1 / 3;

/** Of a label's name, where text cannot be measured. */
const USUAL_NAME = 11;

/**
 * The box of a post's badges. It depends on the language and the room alone: a page can measure the element that we put into
 * it, and must not learn from that which labels there are, how many, or whose name is on one of them.
 *
 *     ┌─────────────────────────┐  ┌─────────────────────────┐  ┌───────┐
 *     │   ▢ Patient experience  │  │ ▢ Patient  │  ▢ Source  │  │ ▢ │ ▢ │
 *     └─────────────────────────┘  └─────────────────────────┘  └───────┘
 *
 * In words it has room for the longest name of a label; other texts are cut.
 */
export function badgeBox(fit: Fit, t: Translate): BadgeBox {
  return { inline: fit === 'words' ? inWords(t) : ICONS, block: BLOCK };
}

const known = new WeakMap<Translate, number>();

function inWords(t: Translate): number {
  const width = known.get(t) ?? longestName(t) + AROUND_WORDS;
  known.set(t, width);
  return width;
}

function longestName(t: Translate): number {
  const pen = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) return USUAL_NAME;
  // As in badge.css. A letter may be drawn a little wider than it was measured.
  pen.font = '500 120px system-ui, sans-serif';
  return Math.max(...Object.values(LABEL_NAMES).map((id) => pen.measureText(t(id)).width)) / 120 + 0.1;
}
