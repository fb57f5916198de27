import type { BadgeText } from '../core/settings.ts';
import { LABEL_NAMES, SHORT_LABEL_NAMES } from './names.ts';
import type { Translate } from './translate.ts';

/** Whether there is room for words, or for icons alone. */
export type Fit = 'words' | 'icons';

/** How a post's badges are drawn, as far as their box depends on it. */
export interface Look {
  readonly fit: Fit;
  /** Of the words, in px. */
  readonly size: number;
}

/** In px. */
export interface BadgeBox {
  readonly inline: number;
  readonly block: number;
}

const SIZES: Readonly<Record<BadgeText, number>> = { site: 12, large: 14, larger: 17 };

/** The looks that a reader has chosen, the most wanted first: words that are a little smaller say more than an icon. */
export function looksFor(text: BadgeText): readonly Look[] {
  return LOOKS[text];
}

const LOOKS: Readonly<Record<BadgeText, readonly Look[]>> = {
  site: looksUpTo(SIZES.site),
  large: looksUpTo(SIZES.large),
  larger: looksUpTo(SIZES.larger),
};

function looksUpTo(most: number): readonly Look[] {
  const sizes = Object.values(SIZES).filter((size) => size <= most);
  return [...sizes.reverse().map((size) => ({ fit: 'words' as const, size })), { fit: 'icons', size: most }];
}

/** For the finger; what is drawn is lower, and both are so at every size: the line that they stand in does not grow with them. */
const BLOCK = 24;

/** Room for the ring of the focus, at both ends of the row. */
const AROUND = 4;

/** Between two badges. */
const GAP = 4;

/** What is in a badge beside its words: the icon, the gap behind it, padding, edges. In em. */
const AROUND_WORDS = 14 / 12 + 1 / 3 + 7 / 6 + 1 / 6;

/** Of a label's name and of its short one, where text cannot be measured. In em. */
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
export function badgeBox({ fit, size }: Look, t: Translate): BadgeBox {
  return { inline: AROUND + (fit === 'words' ? inWords(t) * size : 2 * BLOCK) + GAP, block: BLOCK };
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
  return 2 * ((longest([...words, flagged]) ?? USUAL_WORD) + AROUND_WORDS);
}

/** The width of the longest text, in em; `null` where text cannot be measured. */
function longest(texts: readonly string[]): number | null {
  const pen = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) return null;
  // As in badge.css. A letter may be drawn a little wider than it was measured.
  pen.font = '500 120px system-ui, sans-serif';
  return Math.max(...texts.map((text) => pen.measureText(text).width)) / 120 + 0.1;
}
