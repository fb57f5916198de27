import type { Column, Slot } from '../sites/site.ts';
import type { Box, Room } from './placement.ts';

/** Measures what is around a post's badge. Only to be called when the layout is done: it would force one otherwise. */
export function roomOf(root: Element, { parent, row, until, column }: Slot): Room {
  const post = root.getBoundingClientRect();
  const content = row ? contentOf(row, until, post) : [];
  const direction = getComputedStyle(parent).direction === 'rtl' ? 'rtl' : 'ltr';
  const freeColumn = column ? columnOf(column, post) : null;
  return {
    post,
    content,
    until: until?.getBoundingClientRect() ?? null,
    column: freeColumn,
    line: row ? lineOf(row, parent, content, direction) : parent.getBoundingClientRect(),
    text: column && !freeColumn ? textOf(column, post) : null,
    direction,
  };
}

/** The free part of the column under a picture; `null` where the text goes on below it, as on the page of a single post. */
function columnOf({ head, beside }: Column, post: Box): Box | null {
  const picture = head.getBoundingClientRect();
  const text = beside.getBoundingClientRect();
  const top = Math.max(picture.bottom, text.top);
  if (picture.width === 0 || text.width === 0) return null;
  if (text.left >= picture.right) return { left: post.left, top, right: text.left, bottom: post.bottom };
  return text.right <= picture.left ? { left: text.right, top, right: post.right, bottom: post.bottom } : null;
}

function textOf({ beside }: Column, post: Box): Room['text'] {
  return { content: contentOf(beside, null, post), line: beside.getBoundingClientRect() };
}

/** An icon and the gaps around it. */
const WORTHWHILE = 40;

/** The innermost box around a row that goes on behind its content: rows shrink to what is in them, the lines they stand in do not. */
function lineOf(row: Element, parent: Element, content: readonly Box[], direction: Room['direction']): Box {
  const left = Math.min(...content.map((box) => box.left));
  const right = Math.max(...content.map((box) => box.right));
  for (let at: Element | null = row; at && at !== parent; at = at.parentElement) {
    const box = at.getBoundingClientRect();
    const free = direction === 'ltr' ? box.right - right : left - box.left;
    if (free >= WORTHWHILE) return box;
  }
  return parent.getBoundingClientRect();
}

/** A row has a name, a handle, some icons and a time, which Facebook cuts into single letters. More is not what it seems. */
const MOST_BOXES = 300;

/**
 * The boxes of what is to be seen in a row: its texts and pictures.
 * The boxes of elements say nothing, they stretch. What hides outside of the post is not in the row.
 */
function contentOf(row: Element, until: Element | null, post: Box): readonly Box[] {
  const boxes: Box[] = [];
  const range = row.ownerDocument.createRange();
  const walker = row.ownerDocument.createTreeWalker(row, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node === until) return NodeFilter.FILTER_REJECT;
    return node instanceof Text || isPicture(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node && boxes.length < MOST_BOXES; node = walker.nextNode()) {
    for (const box of rectsOf(node, range)) {
      if (box.width >= 1 && box.height >= 1 && isWithin(box, post)) boxes.push(box);
    }
  }
  return boxes;
}

function rectsOf(node: Node, range: Range): DOMRectList {
  if (node instanceof Element) return node.getClientRects();
  range.selectNodeContents(node);
  return range.getClientRects();
}

function isPicture(node: Node): boolean {
  return node instanceof SVGSVGElement || node instanceof HTMLImageElement;
}

function isWithin(box: Box, post: Box): boolean {
  return box.bottom > post.top && box.top < post.bottom && box.right > post.left && box.left < post.right;
}
