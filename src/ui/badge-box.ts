import type { BadgeText as TextSize } from '../core/settings.ts';
import type { Wording } from './badge-text.ts';
import { LABEL_NAMES, SHORT_LABEL_NAMES } from './names.ts';
import type { Translate } from './translate.ts';

/** What a post's badges have room for: two whole ones, a whole one, a label's name, a word, or icons alone. */
export type Fit = 'pair' | 'whole' | 'words' | 'word' | 'icons';

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

const SIZES: Readonly<Record<TextSize, number>> = { site: 12, large: 14, larger: 17 };

/** The looks that a reader has chosen, the most wanted first: words that are a little smaller say more than an icon. */
export function looksFor(text: TextSize): readonly Look[] {
  return LOOKS[text];
}

const LOOKS: Readonly<Record<TextSize, readonly Look[]>> = {
  site: looksUpTo(SIZES.site),
  large: looksUpTo(SIZES.large),
  larger: looksUpTo(SIZES.larger),
};

function looksUpTo(most: number): readonly Look[] {
  const sizes = Object.values(SIZES)
    .filter((size) => size <= most)
    .reverse();
  const inEachSize = (fit: Fit) => sizes.map((size) => ({ fit, size }));
  return [
    { fit: 'pair', size: most },
    { fit: 'whole', size: most },
    ...inEachSize('words'),
    ...inEachSize('word'),
    { fit: 'icons', size: most },
  ];
}

/** How a badge is worded that has the box for itself, or shares it with another one. */
export function wordingIn(fit: Fit, shares: boolean): Wording | null {
  const [alone, beside] = WORDINGS[fit];
  return shares ? beside : alone;
}

const WORDINGS: Readonly<Record<Fit, readonly [alone: Wording | null, beside: Wording | null]>> = {
  pair: ['whole', 'whole'],
  whole: ['whole', 'half'],
  words: ['brief', 'word'],
  word: ['word', null],
  icons: [null, null],
};

/** For the finger; what is drawn is lower, and both are so at every size: the line that they stand in does not grow with them. */
const BLOCK = 24;

/** Room for the ring of the focus, at both ends of the row. */
const AROUND = 4;

/** Between two badges. */
const GAP = 4;

/** What is in a badge beside its words: the icon, the gap behind it, padding, edges. In em. */
const AROUND_WORDS = 14 / 12 + 1 / 3 + 7 / 6 + 1 / 6;

/** For the name of a cited source: of eight to eleven letters, as Orphanet and MedlinePlus are. Longer ones are cut. In em. */
const SOURCE_NAME = 5.5;

/** Of a label's name and of its word, where text cannot be measured. In em. */
const USUAL_NAME = 11;
const USUAL_WORD = 4;

/**
 * The box of a post's badges. It depends on the language and the room alone: a page can measure the element that we put into
 * it, and must not learn from that which labels there are, how many, or whose name is on one of them.
 *
 *     pair     ┌──────────────────────────────┬──────────────────────────────┐    two labels, each in full
 *              │     ▢ Patient experience     │  ▢ Medical source cited: NHS │
 *              └──────────────────────────────┴──────────────────────────────┘
 *              ┌                              ┬──────────────────────────────┐    one label: the first half is empty
 *                                             │     ▢ Patient experience     │
 *              └                              ┴──────────────────────────────┘
 *     whole    ┌──────────────────────────────┐  ┌───────────┬───────────────┐
 *              │  ▢ Medical source cited: NHS │  │ ▢ Patient │ ▢ Source: NHS │
 *              └──────────────────────────────┘  └───────────┴───────────────┘
 *     words    ┌───────────────────────────┐  ┌───────────┬──────────┐
 *              │       ▢ Source: NHS       │  │ ▢ Patient │ ▢ Source │
 *              └───────────────────────────┘  └───────────┴──────────┘
 *     word     ┌──────────┐  ┌────┬────┐        icons    ┌───────┐  ┌───┬───┐
 *              │ ▢ Source │  │ ▢  │ ▢  │                 │   ▢   │  │ ▢ │ ▢ │
 *              └──────────┘  └────┴────┘                 └───────┘  └───┴───┘
 *
 * It has room for what each label is called in it; only names of sources and their flags are cut.
 */
export function badgeBox({ fit, size }: Look, t: Translate): BadgeBox {
  return { inline: AROUND + (fit === 'icons' ? 2 * BLOCK : Math.max(2 * BLOCK, inEm(t)[fit] * size)) + GAP, block: BLOCK };
}

type Widths = Readonly<Record<Exclude<Fit, 'icons'>, number>>;

const known = new WeakMap<Translate, Widths>();

function inEm(t: Translate): Widths {
  const widths = known.get(t) ?? widthsIn(t);
  known.set(t, widths);
  return widths;
}

function widthsIn(t: Translate): Widths {
  const names = Object.values(LABEL_NAMES).map((id) => t(id));
  const shorts = Object.values(SHORT_LABEL_NAMES).map((id) => t(id));
  const word = AROUND_WORDS + (longest([...shorts, t('short_flagged', t('short_medical_source'))]) ?? USUAL_WORD);
  const words = Math.max(AROUND_WORDS + (longest(names) ?? USUAL_NAME), 2 * word);
  const cited = longest([t('badge_source_named', '')]) ?? USUAL_NAME;
  const whole = Math.max(words, AROUND_WORDS + cited + SOURCE_NAME);
  return { pair: 2 * whole, whole, words, word };
}

/** The width of the longest text, in em; `null` where text cannot be measured. */
function longest(texts: readonly string[]): number | null {
  const pen = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) return null;
  // As in badge.css. A letter may be drawn a little wider than it was measured.
  pen.font = '500 120px system-ui, sans-serif';
  return Math.max(...texts.map((text) => pen.measureText(text).width)) / 120 + 0.1;
}
