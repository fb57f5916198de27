import { LABEL_NAMES, SHORT_LABEL_NAMES } from './names.ts';
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

/** Room for the ring of the focus, at both ends of the row. */
const AROUND = 1 / 3;

/** Between two badges. */
const GAP = 1 / 3;

/** What is in a badge beside its words: the icon, the gap behind it, padding, edges. */
const AROUND_WORDS = 14 / 12 + 1 / 3 + 7 / 6 + 1 / 6;

/** Of a label's name and of its short one, where text cannot be measured. */
const USUAL_NAME = 11;
const USUAL_WORD = 4;

/**
 * The box of a post's badges. It depends on the language and the room alone: a page can measure the element that we put into
 * it, and must not learn from that which labels there are, how many, or whose name is on one of them.
 *
 *     ┌─────────────────────────┐  ┌─────────────────────────┐  ┌───────┐
 *     │   ▢ Patient experience  │  │ ▢ Patient  │  ▢ Source  │  │ ▢ │ ▢ │
 *     └─────────────────────────┘  └─────────────────────────┘  └───────┘
 *
 * In words it has room for the longest name of a label, and for any two that stand side by side; other texts are cut.
 */
export function badgeBox(fit: Fit, t: Translate): BadgeBox {
  return { inline: AROUND + (fit === 'words' ? inWords(t) : 2 * BLOCK + GAP), block: BLOCK };
}

const known = new WeakMap<Translate, number>();

function inWords(t: Translate): number {
  const width = known.get(t) ?? Math.max(alone(t), sideBySide(t));
  known.set(t, width);
  return width;
}

function alone(t: Translate): number {
  const names = Object.values(LABEL_NAMES).map((id) => t(id));
  return (longest(names) ?? USUAL_NAME) + AROUND_WORDS;
}

function sideBySide(t: Translate): number {
  const words = Object.values(SHORT_LABEL_NAMES).map((id) => t(id));
  const flagged = t('short_flagged', t(SHORT_LABEL_NAMES['medical-source']));
  return 2 * ((longest([...words, flagged]) ?? USUAL_WORD) + AROUND_WORDS) + GAP;
}

/** The width of the longest text; `null` where text cannot be measured. */
function longest(texts: readonly string[]): number | null {
  const pen = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) return null;
  // As in badge.css. A letter may be drawn a little wider than it was measured.
  pen.font = '500 120px system-ui, sans-serif';
  return Math.max(...texts.map((text) => pen.measureText(text).width)) / 120 + 0.1;
}
