// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { roomOf } from '../../src/content/room.ts';

// Each element says where its box is, and a text is where its element says.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxOf(this);
  });
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return [boxOf(this)] as unknown as DOMRectList;
  });
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    return [boxOf(this.startContainer.parentElement as Element)] as unknown as DOMRectList;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const HEADER = `
  <article data-box="0 0 598 100">
    <div id="line" data-box="64 12 518 20">
      <div id="row" data-box="64 12 200 20"><b data-box="64 12 80 20">Noor</b><img data-box="148 12 20 20" alt=""><i data-box="172 12 92 20">@noor</i></div>
      <div id="menu" data-box="540 12 42 20"><button data-box="540 12 42 20">…</button></div>
    </div>
  </article>`;

test('the content of a row is its texts and pictures, not the boxes around them', () => {
  expect(lefts(HEADER)).toEqual([64, 148, 172]);
});

test('what the badge stays before is not content, even inside of the row', () => {
  const html = HEADER.replace('</i></div>', '</i><span id="until" data-box="500 12 20 20">x</span></div>');
  expect(lefts(html)).toEqual([64, 148, 172]);
});

test('what the site hides outside of the post is not content', () => {
  const html = HEADER.replace('</i>', '</i><u data-box="64 -10000 300 20">Facebook</u><u data-box="64 12 0 0">2h</u>');
  expect(lefts(html)).toEqual([64, 148, 172]);
});

test('the line of a row is the innermost box that goes on behind its content', () => {
  expect(room(HEADER).line).toMatchObject({ left: 64, right: 582 });
});

test('in a page from right to left it goes on to the left', () => {
  const html = HEADER.replace('<article', '<article style="direction: rtl"').replace('"64 12 518 20"', '"16 12 248 20"');
  expect(room(html)).toMatchObject({ direction: 'rtl', line: { left: 16, right: 264 } });
});

test('a row that fills its post has the box of the post for a line', () => {
  const html = HEADER.replace('"64 12 518 20"', '"64 12 200 20"');
  expect(room(html).line).toMatchObject({ left: 0, right: 598 });
});

test('a post without a row has no content and its own box for a line', () => {
  document.body.innerHTML = HEADER;
  const root = element('article');
  expect(roomOf(root, { parent: root, row: null, until: null })).toMatchObject({
    content: [],
    until: null,
    line: { left: 0, right: 598 },
  });
});

test.each([
  ['16 12 40 40', '68 32 518 40', { left: 0, top: 52, right: 68, bottom: 100 }],
  // From right to left.
  ['542 12 40 40', '12 32 518 40', { left: 530, top: 52, right: 598, bottom: 100 }],
  // The text begins lower than the picture ends.
  ['16 12 40 40', '68 60 518 40', { left: 0, top: 60, right: 68, bottom: 100 }],
  // The text stands under the picture: on the page of a single post.
  ['16 12 40 40', '16 60 566 40', null],
  // Hidden.
  ['0 0 0 0', '68 32 518 40', null],
])('beside a picture at %s and a text at %s the column is %j', (picture, text, column) => {
  document.body.innerHTML = `<article data-box="0 0 598 100"><img data-box="${picture}"><p data-box="${text}">Words</p></article>`;
  const slot = { parent: element('article'), row: null, until: null, column: { head: element('img'), beside: element('p') } };
  const { column: free, text: below } = roomOf(element('article'), slot);
  expect(free).toEqual(column);
  // Where nothing is beside the text, its own lines may have room.
  expect(below?.content).toEqual(column ? undefined : [boxOf(element('p'))]);
});

test('of a row with endless content only the beginning is measured', () => {
  expect(lefts(HEADER.replace('</i>', `</i>${'<u data-box="64 12 9 9">2</u>'.repeat(5000)}`))).toHaveLength(300);
});

function lefts(html: string): readonly number[] {
  return room(html).content.map(({ left }) => left);
}

function room(html: string) {
  document.body.innerHTML = html;
  const root = element('article');
  return roomOf(root, { parent: root, row: element('#row'), until: document.querySelector('#until') ?? element('#menu') });
}

function element(selector: string): Element {
  return document.querySelector(selector) as Element;
}

function boxOf(of: Element): DOMRect {
  const [left = 0, top = 0, width = 0, height = 0] = (of.getAttribute('data-box') ?? '').split(' ').map(Number);
  return { left, top, width, height, right: left + width, bottom: top + height } as DOMRect;
}
