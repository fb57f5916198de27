import type { Mention, MentionKind } from './assessment.ts';
import type { Entries, EntryKind } from './entries.ts';
import { CAPITALS_ONLY, type Lexicon, WEAK } from './lexicon.ts';
import type { Sign, SignKind } from './signs.ts';
import { foldedWord } from './text.ts';
import { SHORTEST_FORGIVEN, type Typos } from './typos.ts';
import { BREAK, CAPITALS, DIGITS, HASHTAG, stretchOf, type Words } from './words.ts';

/** What the scan of a text found. */
export interface Named {
  /** Conditions, drugs, vaccines, symptoms and topics that count, in the order of the text. */
  readonly mentions: readonly Mention[];
  /** Weak names that nothing in the text makes count. Only a reading of the text can tell: "God I hate being a diabetic". */
  readonly faint: readonly Mention[];
  readonly signs: readonly Sign[];
  /** Names of sources: whether one is an attribution is for citations.ts to say. */
  readonly sources: readonly NamedSource[];
}

export interface NamedSource {
  readonly id: string;
  /** Also an everyday word. */
  readonly weak: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * What a text names.
 *
 * A weak name (also an everyday word, a surname, an abbreviation that others use) counts only with a second sign:
 *
 * - an illness sign in the same sentence or within eight words: "MS **relapse**", "**diagnosed** with a cold";
 * - a name that is not weak anywhere in the text: "MS and **fibromyalgia**";
 * - for an abbreviation in capitals, another one of the list beside it: "**POTS** and MCAS".
 *
 * A long name of a condition or a drug is also found with one letter wrong, where no other name is near.
 *
 * In a text of capitals alone, capitals say nothing: abbreviations are then weak in any case.
 */
export function namesIn(words: Words, lexicon: Lexicon, entries: Entries, typos: Typos): Named {
  const scanned: Found[] = [];
  lexicon.scan(words, (entry, flags, from, to) => scanned.push({ entry, flags, from, to, kind: entries.kindOf(entry) }));
  const found = scanned.filter((one) => !runsIntoDecoy(one, words, lexicon, entries));
  found.push(...mistyped(words, found, lexicon, entries, typos));
  const signs = found
    .filter((one) => isSign(one.kind))
    .map((one) => ({ kind: one.kind as SignKind, from: one.from, to: one.to }));
  const shouted = isShouted(words);
  const candidates = found.filter((one) => isMention(one.kind)).sort((one, other) => one.from - other.from);
  const strong = candidates.filter((one) => !isWeak(one, shouted));
  const isCounted = (one: Found) =>
    !isWeak(one, shouted) ||
    strong.length > 0 ||
    hasSignNear(one, signs, words) ||
    hasAbbreviationBeside(one, candidates, shouted);
  const mentionOf = (one: Found): Mention => ({
    id: entries.idOf(one.entry),
    name: entries.nameOf(one.entry),
    kind: one.kind as MentionKind,
    ...spanOf(one, words),
  });
  return {
    mentions: candidates.filter(isCounted).map(mentionOf),
    // What is an abbreviation of many things says nothing of which one.
    faint: candidates.filter((one) => !isCounted(one) && (one.flags & CAPITALS_ONLY) === 0).map(mentionOf),
    signs,
    sources: found
      .filter((one) => one.kind === 'source' && !(shouted && (one.flags & CAPITALS_ONLY) !== 0))
      .map((one) => ({ id: entries.idOf(one.entry), weak: (one.flags & WEAK) !== 0, ...spanOf(one, words) })),
  };
}

/**
 * Whether the text has a word of illness or health at all, be it one with other meanings. Without one nothing can be shown to
 * the reader as what the text is about, so it is no experience of illness and no claim about health, however it sounds:
 * "Happy birthday to my best friend".
 */
export function isGrounded({ mentions, faint, signs }: Pick<Named, 'mentions' | 'faint' | 'signs'>): boolean {
  return mentions.length > 0 || faint.length > 0 || signs.length > 0;
}

interface Found {
  readonly entry: number;
  readonly flags: number;
  readonly from: number;
  readonly to: number;
  readonly kind: EntryKind;
}

/**
 * Whether a decoy begins inside a name and goes beyond it: `had a stroke` in "had a stroke of luck". The scan goes from the
 * left and gives the words to the name.
 */
function runsIntoDecoy(name: Found, words: Words, lexicon: Lexicon, entries: Entries): boolean {
  if (name.to - name.from < 2 || !isMention(name.kind)) return false;
  let runs = false;
  for (let inside = name.from + 1; inside < name.to && !runs; inside += 1) {
    lexicon.scan(stretchOf(words, inside, LONGEST_DECOY), (entry, _flags, from, to) => {
      runs ||= from === 0 && inside + to > name.to && entries.kindOf(entry) === 'decoy';
    });
  }
  return runs;
}

const LONGEST_DECOY = 9;

/** Long words that are no name and are one letter away from exactly one. */
function mistyped(words: Words, found: readonly Found[], lexicon: Lexicon, entries: Entries, typos: Typos): readonly Found[] {
  const named = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)));
  const mended: Found[] = [];
  for (let word = 0; word < words.count; word += 1) {
    if ((words.length[word] as number) < SHORTEST_FORGIVEN - 1 || named.has(word)) continue;
    if (((words.flags[word] as number) & (HASHTAG | DIGITS)) !== 0) continue;
    const letters = foldedWord(words.text.slice(words.start[word], words.end[word]));
    const meant = typos.correctionOf(letters, (form) => isForgiven(lexicon.find(form), entries));
    const name = meant === null ? null : lexicon.find(meant);
    if (name !== null) mended.push({ ...name, from: word, to: word + 1, kind: entries.kindOf(name.entry) });
  }
  return mended;
}

/** Everyday words have too many neighbours, and so have names of topics and symptoms. */
function isForgiven(name: { readonly entry: number; readonly flags: number } | null, entries: Entries): boolean {
  if (name === null || name.flags !== 0) return false;
  const kind = entries.kindOf(name.entry);
  return kind === 'condition' || kind === 'drug';
}

/** Words between a weak name and the sign that makes it count, at the most. */
const NEAR = 8;

function isWeak(name: Found, shouted: boolean): boolean {
  return (name.flags & WEAK) !== 0 || (shouted && (name.flags & CAPITALS_ONLY) !== 0);
}

function hasSignNear(name: Found, signs: readonly Sign[], words: Words): boolean {
  return signs.some((sign) => {
    if (sign.kind !== 'illness-sign') return false;
    const before = sign.to <= name.from;
    const gap = before ? name.from - sign.to : sign.from - name.to;
    // A sign inside the name itself is none.
    if (gap < 0) return false;
    return gap <= NEAR || !hasBreak(words, before ? sign.to : name.to, before ? name.from : sign.from);
  });
}

function hasAbbreviationBeside(name: Found, candidates: readonly Found[], shouted: boolean): boolean {
  if (shouted || (name.flags & CAPITALS_ONLY) === 0) return false;
  return candidates.some(
    (other) => other.entry !== name.entry && (other.flags & CAPITALS_ONLY) !== 0 && Math.abs(other.from - name.from) <= NEAR,
  );
}

function hasBreak(words: Words, from: number, to: number): boolean {
  for (let word = from; word <= to && word < words.count; word += 1) {
    if (((words.flags[word] as number) & BREAK) !== 0) return true;
  }
  return false;
}

/** Whether capitals are just how the text is written. */
function isShouted(words: Words): boolean {
  if (words.count < 4) return false;
  let capitals = 0;
  for (let word = 0; word < words.count; word += 1) if (((words.flags[word] as number) & CAPITALS) !== 0) capitals += 1;
  return capitals * 2 > words.count;
}

function spanOf(name: Found, words: Words): { readonly start: number; readonly end: number } {
  return { start: words.start[name.from] as number, end: words.end[name.to - 1] as number };
}

function isSign(kind: EntryKind): boolean {
  return kind === 'illness-sign' || kind === 'health-word';
}

function isMention(kind: EntryKind): boolean {
  return !isSign(kind) && kind !== 'source' && kind !== 'decoy';
}
