/**
 * Where a badge stands, from what was measured. No DOM: boxes in, a point out.
 *
 *     ┌─ post ──────────────────────────── strip ─────────┐
 *     │ (o)  Name @handle · 2h      ▒▒badge▒▒  [Grok] […] │
 *     │      └─── content ───┘                 └─ until ─┘│
 *     │column  My flares began …                          │
 *
 * A badge stands at the *end* of the free part of the row and not right behind the name: there it would read as a
 * mark of the person, as a verified account's does, and it would move whenever "59m" becomes "1h".
 * At the end it is on the same line in every post of the feed, away from the name.
 */

/** Pixels of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly left: number;
  readonly top: number;
}

/** What is around a badge. */
export interface Room {
  readonly post: Box;
  /** Every piece of text and every picture of the row; a wrapped text is several. Empty when the post has no row. */
  readonly content: readonly Box[];
  /** What the badge stays before. */
  readonly until: Box | null;
  /** Beside the text, under the picture before it; `null` when the post has no such place. */
  readonly column: Box | null;
  /** The line that the row stands in. Without an `until` it ends where this does. */
  readonly line: Box;
  /** The text, where nothing is beside it: every piece of it, and the box that they stand in. */
  readonly text: { readonly content: readonly Box[]; readonly line: Box } | null;
  readonly direction: 'ltr' | 'rtl';
}

/** Between a badge and what is beside it. */
const GAP = 8;

/** How far a badge may reach into the next line: letters do not fill their line. */
const OVERHANG = 3;

/** A place of that size behind a line of the row's content, the first that is free; `null` when none is. */
export function placeInRow(room: Room, size: Size): Point | null {
  return placeBehind(linesOf(room.content), room, size);
}

function placeBehind(lines: readonly Band[], room: Room, size: Size): Point | null {
  if (room.direction === 'rtl') return mirrored(placeBehind(lines, mirror(room), size), size);
  for (const line of lines) {
    const top = (line.top + line.bottom - size.height) / 2;
    const band = { top: top + OVERHANG, bottom: top + size.height - OVERHANG };
    const from = Math.max(...room.content.filter((box) => meets(box, band)).map((box) => box.right));
    const left = endOf(room, band) - size.width;
    if (left - GAP >= from && top >= room.post.top) return { left, top };
  }
  return null;
}

/** A place beside the first lines of the text, for when the row is full; `null` when the column is too narrow or too short. */
export function placeInColumn({ column }: Room, size: Size): Point | null {
  if (!column || column.right - column.left < size.width + GAP || column.bottom - column.top < size.height + 2 * GAP) return null;
  return { left: (column.left + column.right - size.width) / 2, top: column.top + GAP };
}

/** A place behind a line of the text, the last that has the room, for when the row is full; `null` when none has. */
export function placeInText(room: Room, size: Size): Point | null {
  return room.text && placeBehind(linesOf(room.text.content).reverse(), { ...room, ...room.text, until: null }, size);
}

/** What the strip at the top edge of a post has room for: both sites have 12 px of padding there, and letters begin below their line's top. */
export const STRIP = 16;

/** A place in the strip, for when there is no other: it is low, and what stands in it is drawn smaller than a finger wants it. */
export function placeInStrip(room: Room, size: Size): Point {
  if (room.direction === 'rtl') return mirrored(placeInStrip(mirror(room), size), size);
  const below = Math.min(...[...room.content, ...(room.until ? [room.until] : [])].map((box) => box.top));
  const spare = Number.isFinite(below) ? below - room.post.top - size.height : 0;
  return { left: endOf(room, room.until) - size.width, top: room.post.top + Math.max(0, spare / 2) };
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

function meets(box: Band, band: Band): boolean {
  return box.top < band.bottom && box.bottom > band.top;
}

/** Where the free part of a band of the row ends. */
function endOf(room: Room, band: Band | null): number {
  const edge = Math.min(room.line.right, room.post.right - GAP);
  return room.until && band && meets(room.until, band) ? Math.min(edge, room.until.left - GAP) : edge;
}

/** The lines that boxes form, from the top: a box whose middle is within a line belongs to it. */
function linesOf(boxes: readonly Box[]): Band[] {
  const lines: { top: number; bottom: number }[] = [];
  for (const box of [...boxes].sort((a, b) => a.top - b.top)) {
    const line = lines.at(-1);
    if (line && (box.top + box.bottom) / 2 < line.bottom) line.bottom = Math.max(line.bottom, box.bottom);
    else lines.push({ top: box.top, bottom: box.bottom });
  }
  return lines;
}

function mirror(room: Room): Room {
  return {
    post: flip(room.post),
    content: room.content.map(flip),
    until: room.until && flip(room.until),
    column: room.column && flip(room.column),
    line: flip(room.line),
    text: room.text && { content: room.text.content.map(flip), line: flip(room.text.line) },
    direction: 'ltr',
  };
}

function flip({ left, top, right, bottom }: Box): Box {
  return { left: -right, top, right: -left, bottom };
}

function mirrored(point: Point, size: Size): Point;
function mirrored(point: Point | null, size: Size): Point | null;
function mirrored(point: Point | null, size: Size): Point | null {
  return point && { left: -point.left - size.width, top: point.top };
}
