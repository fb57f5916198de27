/**
 * The words of a part of a page as its reader sees them, without asking the browser for layout.
 *
 *     <div>Day 4 of <img alt="🤒"></div><div>Still in bed<button>See more</button></div>
 *
 *     visibleText(…)  // 'Day 4 of 🤒\nStill in bed'
 *
 * What the markup itself hides, buttons and fields are left out; emoji are read by their `alt`.
 * However deep or long the part is, the walk does not recurse, and it stops at MAX_NODES and MAX_TEXT.
 */
export function visibleText(root: Element, rules: TextRules): string {
  return plainText(root, rules) ?? walkedText(root, rules);
}

/** The words of a part in which nothing is read otherwise than it is written; `null` where something is, or may be. */
function plainText(root: Element, rules: TextRules): string | null {
  if (!rules.preformatted || rules.isDecoy || root.querySelector(TELLING) !== null || wordsOf(root, rules) !== null) return null;
  const words = root.textContent ?? '';
  return words.length >= MAX_TEXT || words.search(SOURCE_INDENT) >= 0 ? null : tidied(words);
}

function walkedText(root: Element, rules: TextRules): string {
  const walker = Document.prototype.createTreeWalker.call(
    root.ownerDocument,
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  let lines = '';
  let line = '';
  const endLine = () => {
    lines += `${line}\n`;
    line = '';
  };
  const onEdge = (element: Element) => {
    if (line !== '' && !rules.preformatted && BLOCKS.has(element.localName)) endLine();
  };
  const say = (text: string) => {
    if (rules.preformatted) line += text.replace(SOURCE_INDENT, ' ');
    else line += line === '' ? text.replace(OTHER_THAN_ONE_SPACE, ' ').trimStart() : text.replace(OTHER_THAN_ONE_SPACE, ' ');
  };

  let node: Node | null = root;
  for (let visited = 0; node !== null && visited < MAX_NODES && lines.length + line.length < MAX_TEXT; visited++) {
    let enter = false;
    if (node instanceof Element) {
      const spoken = wordsOf(node, rules);
      enter = spoken === null;
      if (spoken) say(spoken);
      if (node.localName === 'br') endLine();
      else if (enter) onEdge(node);
    } else say(node.nodeValue ?? '');
    node = nextOf(walker, enter, onEdge);
  }
  return tidied(lines + line);
}

export interface TextRules {
  /** The text stands as it was typed, and boxes in it break no lines (X). Otherwise it is laid out as HTML is (Facebook). */
  readonly preformatted: boolean;
  /** What is read in place of a link; `null`: its words. */
  insteadOf(anchor: Element): string | null;
  isDecoy?(element: Element): boolean;
}

/** More than either site lets anybody write: Facebook stops at 63,206 characters. */
export const MAX_TEXT = 100_000;
const MAX_NODES = 50_000;

/** A break before a deep indent is the source's and not the author's, of a page that was saved and laid out anew. */
const SOURCE_INDENT = /\n[ \t]{8,}/g;

const OTHER_THAN_ONE_SPACE = /\s{2,}|[^\S ]/g;

const BLOCKS = new Set(['div', 'p', 'li', 'ul', 'ol', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article']);

/** What is read in place of an element and all that is in it; `null`: what is in it. */
function wordsOf(element: Element, rules: TextRules): string | null {
  const tag = element.localName;
  if (tag === 'img') return emojiOf(element);
  if (UNREAD_TAGS.has(tag) || isControlOrHidden(element) || rules.isDecoy?.(element)) return '';
  return tag === 'a' ? rules.insteadOf(element) : null;
}

/** Hidden by the markup itself, or a control with a label of its own. */
function isControlOrHidden(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  const role = element.getAttribute('role');
  return (
    role === 'button' ||
    role === 'textbox' ||
    element.getAttribute('aria-hidden') === 'true' ||
    element.hasAttribute('hidden') ||
    (element.getAttribute('contenteditable') ?? 'false') !== 'false' ||
    /display:\s?none/.test(element.getAttribute('style') ?? '')
  );
}

const UNREAD_TAGS = new Set(
  'script style template noscript svg video audio iframe canvas select textarea input form button'.split(' '),
);

/** What makes the words of a text others than its letters. */
const TELLING = [...UNREAD_TAGS, 'a, br, img, [role], [aria-hidden], [hidden], [contenteditable], [style*="display"]'].join(', ');

/** `alt` of a picture that stands for a character; other pictures are no words of the post. */
function emojiOf(image: Element): string {
  const alt = image.getAttribute('alt') ?? '';
  const isEmoji = image.getAttribute('src')?.includes('emoji') || (PICTOGRAPH.test(alt) && !/\p{L}/u.test(alt));
  return isEmoji && alt.length <= 40 ? alt : '';
}

const PICTOGRAPH = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

function nextOf(walker: TreeWalker, enter: boolean, onLeave: (element: Element) => void): Node | null {
  const child = enter ? walker.firstChild() : null;
  if (child !== null) return child;
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling !== null) return sibling;
    const parent = walker.parentNode();
    if (parent === null) return null;
    onLeave(parent as Element);
  }
}

function tidied(words: string): string {
  const cut = words.length > MAX_TEXT ? words.slice(0, MAX_TEXT).replace(/[\uD800-\uDBFF]$/, '') : words;
  if (!UNTIDY.test(cut)) return cut.trim();
  return cut
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Most texts are tidy, and replacing nothing takes longer than looking. */
const UNTIDY = /[^\S\n ]| [ \n]|\n(?: |\n\n)/;
