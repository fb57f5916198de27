import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, placeInColumn, placeInRow, placeInStrip, placeInText, type Room, STRIP } from '../../src/content/placement.ts';

// X's header in a column of 598 px: 16 px of padding, a picture of 40, the name, and two buttons at the end.
const POST = box(0, 100, 598, 130);
const MENU = box(520, 112, 62, 20);
const X: Room = {
  post: POST,
  content: [box(64, 112, 80, 20), box(148, 112, 120, 20)],
  until: MENU,
  column: null,
  line: POST,
  text: null,
  direction: 'ltr',
};

const WORDS = { width: 140, height: 24 };
const WIDE = { width: 250, height: 24 };
const ICON = { width: 24, height: 24 };

test.each([
  ['stands before the menu, in the middle of the row', X, WORDS, { left: 372, top: 110 }],
  ['keeps its distance from the name', { ...X, content: [box(64, 112, 300, 20)] }, WORDS, { left: 372, top: 110 }],
  ['has no place when the name comes nearer', { ...X, content: [box(64, 112, 301, 20)] }, WORDS, null],
  ['has no place when it is wider than what is free', X, WIDE, null],
  [
    'ends where the line does when there is no menu',
    { ...X, until: null, line: box(64, 112, 400, 20) },
    WORDS,
    { left: 324, top: 110 },
  ],
  ['never reaches out of the post', { ...X, until: null, line: box(64, 112, 900, 20) }, WORDS, { left: 450, top: 110 }],
  [
    'stands behind the last line of a name that is wrapped',
    { ...X, content: [box(64, 112, 440, 20), box(64, 132, 90, 20)] },
    WORDS,
    { left: 450, top: 130 },
  ],
  [
    'stands behind the first line that is free',
    { ...X, content: [box(64, 112, 90, 20), box(64, 132, 440, 20)] },
    WORDS,
    { left: 372, top: 110 },
  ],
  [
    'takes pieces of different heights for one line',
    { ...X, content: [box(64, 110, 90, 24), box(160, 114, 220, 16)] },
    WORDS,
    null,
  ],
  ['has no place in a row with nothing in it', { ...X, content: [] }, WORDS, null],
  ['has no place that begins above the post', { ...X, content: [box(64, 100, 90, 10)] }, WORDS, null],
] satisfies readonly (readonly [string, Room, typeof WORDS, unknown])[])('a badge %s', (_, room, size, place) => {
  expect(placeInRow(room, size)).toEqual(place);
});

test.each([
  ['in the padding, before the menu', X, { left: 488, top: 100 }],
  ['in the middle of a padding that is higher', { ...X, post: box(0, 80, 598, 150) }, { left: 488, top: 88 }],
  ['near the edge of the post when there is no menu', { ...X, until: null }, { left: 566, top: 100 }],
  ['at the corner of a post without a row', { ...X, content: [], until: null }, { left: 566, top: 100 }],
] satisfies readonly (readonly [string, Room, unknown])[])('a badge with no room in its row stands %s', (_, room, place) => {
  expect(placeInStrip(room, { width: 24, height: STRIP })).toEqual(place);
});

test.each([
  ['in the middle of the column, beside the first lines of the text', box(0, 152, 68, 80), ICON, { left: 22, top: 160 }],
  ['there with another one', box(0, 152, 68, 80), { width: 52, height: 24 }, { left: 8, top: 160 }],
  ['nowhere in a column that is too narrow', box(0, 152, 68, 80), { width: 61, height: 24 }, null],
  ['nowhere in a column that is too short', box(0, 152, 68, 39), ICON, null],
  ['nowhere without a column', null, ICON, null],
])('a badge with no room in its row stands %s', (_, column, size, place) => {
  expect(placeInColumn({ ...X, column }, size)).toEqual(place);
});

test.each([
  ['behind its last line', [box(16, 40, 180, 20), box(16, 60, 100, 20)], ICON, { left: 180, top: 58 }],
  ['behind its last line, of several', [box(16, 40, 120, 20), box(16, 60, 100, 20)], ICON, { left: 180, top: 58 }],
  ['behind the line before, when that is full', [box(16, 40, 120, 20), box(16, 60, 188, 20)], ICON, { left: 180, top: 38 }],
  ['nowhere in a text that fills its lines', [box(16, 40, 160, 20), box(16, 60, 188, 20)], ICON, null],
])('a badge with no room in its row and no column stands %s', (_, content, size, place) => {
  const quote = { ...X, post: box(0, 0, 220, 90), text: { content, line: box(16, 40, 188, 40) } };
  expect(placeInText(quote, size)).toEqual(place);
  const there = placeInText({ ...mirror(quote), direction: 'rtl' }, size);
  expect(there).toEqual(place && { left: -place.left - size.width, top: place.top });
});

test('a badge in a page from right to left is the mirror image of one from left to right', () => {
  fc.assert(
    fc.property(rooms(), sizes(), (room, size) => {
      const there = placeInRow(room, size);
      const mirrored = placeInRow({ ...mirror(room), direction: 'rtl' }, size);
      expect(mirrored).toEqual(there && { left: -there.left - size.width, top: there.top });
      const strip = placeInStrip(room, size);
      expect(placeInStrip({ ...mirror(room), direction: 'rtl' }, size).left).toBe(-strip.left - size.width);
    }),
  );
});

test('a badge in the row is never over the row, the menu or the edge of the post', () => {
  fc.assert(
    fc.property(rooms(), sizes(), (room, size) => {
      const place = placeInRow(room, size);
      if (!place) return;
      const badge = box(place.left, place.top + 3, size.width, size.height - 6);
      for (const other of [...room.content, ...(room.until ? [room.until] : [])]) expect(overlaps(badge, other)).toBe(false);
      expect(place.left).toBeGreaterThanOrEqual(Math.min(...room.content.map(({ right }) => right)));
      expect(place.left + size.width).toBeLessThanOrEqual(room.post.right);
    }),
  );
});

test('an icon has a place wherever words have one', () => {
  fc.assert(
    fc.property(rooms(), (room) => {
      if (placeInRow(room, WORDS)) expect(placeInRow(room, ICON)).not.toBeNull();
    }),
  );
});

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function rooms(): fc.Arbitrary<Room> {
  const boxes = fc.tuple(int(0, 500), int(110, 150), int(1, 300), int(8, 24)).map((sides) => box(...sides));
  return fc.record({
    post: fc.constant(POST),
    content: fc.array(boxes, { minLength: 1, maxLength: 6 }),
    until: fc.option(boxes, { nil: null }),
    column: fc.constant(null),
    line: fc.constant(POST),
    text: fc.constant(null),
    direction: fc.constant('ltr'),
  });
}

function sizes() {
  return fc.record({ width: int(10, 300), height: int(10, 30) });
}

function int(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max });
}

function mirror({ post, content, until, column, line, text }: Room): Omit<Room, 'direction'> {
  return {
    post: flip(post),
    content: content.map(flip),
    until: until && flip(until),
    column,
    line: flip(line),
    text: text && { content: text.content.map(flip), line: flip(text.line) },
  };
}

function flip({ left, top, right, bottom }: Box): Box {
  return { left: -right, top, right: -left, bottom };
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
