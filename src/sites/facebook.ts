import type { Link, Post } from '../core/post.ts';
import { targetOf } from '../core/url.ts';
import { elementsIn, isWithin } from './elements.ts';
import { accountIn, addressOf, HOME, isOwn, parameterIn, readsPage } from './facebook-addresses.ts';
import { type Anatomy, anatomyOf, rootOf, rootsIn } from './facebook-roots.ts';
import { COMMENT_LINK, COMMENT_TEXT, DECOY, LABEL, MESSAGE, NOT_A_FEED, TYPED_LINE } from './facebook-selectors.ts';
import { fingerprintOf } from './fingerprint.ts';
import { languageOf } from './language.ts';
import { isAddress, isTyped, type LinkList, linkList, withoutParameters, wordsOf } from './links.ts';
import type { Site, Slot } from './site.ts';
import { steadfast } from './steadfast.ts';
import { visibleText } from './visible-text.ts';

export const facebook: Site = steadfast({
  id: 'facebook',
  hosts: ['www.facebook.com', 'web.facebook.com'],
  readsPage,
  rootsIn,
  rootOf,
  read,
  shapesIn,
  slotOf,
});

const FOOTER = '[data-visualcompletion="ignore-dynamic"]';
/** What is no text of a post although it looks like typed lines: labels, and all that stands under a post. */
const NOT_TYPED = `${LABEL}, ul, ${FOOTER}`;
const SEE_MORE = '[role="button"]';
const BUTTON = '[role="button"], button';
const SHIM_PATH = '/l.php';

function read(root: Element): Post | null {
  const anatomy = anatomyOf(root);
  if (anatomy === null) return null;
  const { kind, links: ownLinks } = anatomy;
  const texts = textsOf(root, anatomy);
  const isInText = (part: Element) => texts.some((text) => text.contains(part));
  const links = linkList();
  const rules = { preformatted: false, insteadOf: (anchor: Element) => linkIn(anchor, links), isDecoy };
  const lines = texts.map((text) => ({ text, words: visibleText(text, rules) })).filter(({ words }) => words !== '');
  for (const anchor of ownLinks())
    if (mayLeadAway(anchor) && !isInText(anchor) && isSeen(anchor, root)) addLink(anchor, '', 'card', links);
  if (lines.length === 0 && links.all().length === 0) return null;

  const text = lines.map(({ words }) => words).join('\n');
  const author = authorOf(anatomy);
  const idOf = kind === 'comment' ? commentIdIn : postIdIn;
  const known = idOf(ownLinks().filter((link) => !isInText(link)));
  const name = () => fingerprintOf(...whoIs(author), text, ...links.all().map((link) => link.href));
  return {
    id: `facebook:${kind === 'comment' ? 'comment:' : ''}${known ?? `~${name()}`}`,
    site: 'facebook',
    kind,
    text,
    links: links.all(),
    language: languageIn(root, texts),
    promoted: kind === 'post' && ownLinks().some(saysSponsored),
    truncated: lines.some((line) => isCut(line.text)),
    author: author && accountIn(author),
  };
}

/** The elements whose words are the text: one, or the lines somebody typed where nothing holds them together. */
function textsOf(root: Element, { kind, headers, parts, signs }: Anatomy): readonly Element[] {
  const found = kind === 'comment' ? parts(COMMENT_TEXT) : signs(MESSAGE);
  const text = found.find((one) => !isWithin(DECOY, one, root));
  if (text !== undefined) return [text];
  return parts(TYPED_LINE).filter(
    (line) =>
      !isWithin(`${NOT_TYPED}, ${TYPED_LINE}`, line, root) &&
      !headers.some((header) => header.contains(line) || line.contains(header)),
  );
}

function isDecoy(element: Element): boolean {
  return element.hasAttribute('data-0');
}

function isCut(text: Element): boolean {
  return [...text.querySelectorAll(SEE_MORE)].some((button) => button.closest(DECOY) === null);
}

/** Whether a link may lead away from Facebook: the shim's, and direct ones. */
function mayLeadAway(anchor: Element): boolean {
  const href = anchor.getAttribute('href') ?? '';
  return href.includes(SHIM_PATH) || (href.startsWith('http') && !HOMES.some((home) => href.startsWith(home)));
}

const HOMES = [HOME, 'https://web.facebook.com/'];

function saysSponsored(anchor: Element): boolean {
  return anchor.getAttribute('href')?.includes('/ads/about') || anchor.getAttribute('aria-label') === 'Sponsored';
}

/**
 * Whether a link outside of the text is there for the reader. Under ordinary posts Facebook puts a card that it never shows,
 * with an invented domain and title, hidden by a class. Only the few links that lead away are asked: it makes the browser compute styles.
 */
function isSeen(anchor: Element, root: Element): boolean {
  if (isWithin(DECOY, anchor, root) || targetOfLink(anchor, '') === null) return false;
  return (anchor as Partial<Element>).checkVisibility?.call(anchor) ?? true;
}

/** Reads a link of the text: an address is read as it truly is and not as it is shown, cut in the middle; of other links the words. */
function linkIn(anchor: Element, links: LinkList): string | null {
  const words = wordsOf(anchor);
  const target = addLink(anchor, words, 'text', links);
  return target !== null && isAddress(words) ? target : null;
}

function addLink(anchor: Element, words: string, place: Link['place'], links: LinkList): string | null {
  const target = targetOfLink(anchor, words);
  if (target !== null) links.add(target, place);
  return target;
}

/** Where a link leads, without the shim in front of it; `null` when it leads nowhere or about the site itself. */
function targetOfLink(anchor: Element, words: string): string | null {
  const address = addressOf(anchor);
  const target = address && isOwn(address) ? targetOf(address.href) : address;
  if (!target || target.pathname === SHIM_PATH || (isOwn(target) && !isTyped(words))) return null;
  return withoutParameters(target, isTracking);
}

function isTracking(name: string): boolean {
  return name === 'fbclid' || name === '__tn__' || name.startsWith('__cft__');
}

function languageIn(root: Element, [text]: readonly Element[]): string | null {
  const around = text?.closest('[lang]');
  const tagged = around && root.contains(around) ? around : text?.querySelector('[lang]');
  return languageOf(tagged?.getAttribute('lang') ?? null);
}

/** The address of who wrote it. */
function authorOf({ kind, headers, links }: Anatomy): URL | null {
  const link = kind === 'comment' ? links().find(namesComment) : headers[0]?.querySelector('a[href]');
  return link ? addressOf(link) : null;
}

/** What of an author's address says who it is. */
function whoIs(author: URL | null): readonly [string, string] {
  return [author?.pathname ?? '', (author && parameterIn(author, 'id')) ?? ''];
}

/** The link on the time is empty until the pointer is over it; then the pictures of a post of several tell its number. */
function postIdIn(links: readonly Element[]): string | null {
  const posts = links
    .filter(mayNamePost)
    .map((link) => addressOf(link))
    .filter((link) => link !== null && parameterIn(link, 'comment_id') === null) as readonly URL[];
  return firstOf(posts, idInPath) ?? firstOf(posts, (link) => /^pcb\.(\w+)$/.exec(parameterIn(link, 'set') ?? '')?.[1] ?? null);
}

function idInPath(link: URL): string | null {
  const segments = link.pathname.split('/').filter((segment) => segment !== '');
  const before = segments.findIndex((segment) => segment === 'posts' || segment === 'permalink');
  const inPath = before >= 0 && before < segments.length - 1 ? segments.at(-1) : undefined;
  return parameterIn(link, 'story_fbid') ?? inPath ?? null;
}

function mayNamePost(link: Element): boolean {
  const href = link.getAttribute('href') ?? '';
  return ['/posts/', '/permalink/', 'story_fbid=', 'set=pcb.'].some((part) => href.includes(part));
}

function commentIdIn(links: readonly Element[]): string | null {
  const named = links.filter(namesComment).map((link) => addressOf(link)?.searchParams);
  // A reply names the comment that it answers, too.
  return (
    firstOf(named, (link) => link?.get('reply_comment_id') || null) ?? firstOf(named, (link) => link?.get('comment_id') || null)
  );
}

function namesComment(link: Element): boolean {
  return link.getAttribute('href')?.includes('comment_id=') === true;
}

function firstOf<Item, Answer>(items: readonly Item[], answerOf: (item: Item) => Answer | null): Answer | null {
  for (const item of items) {
    const answer = answerOf(item);
    if (answer !== null) return answer;
  }
  return null;
}

/** Long words of people's own, which find their own direction. What the site says itself is short. */
function shapesIn(scope: Document): readonly Element[] {
  return elementsIn(scope, '[role="main"] [dir="auto"], [role="dialog"] [dir="auto"]').filter(
    (words) => (words.textContent ?? '').length >= SHORTEST_WORDS && words.closest(`${NOT_A_FEED}, ${LABEL}`) === null,
  );
}

const SHORTEST_WORDS = 80;

function slotOf(root: Element): Slot {
  const { kind, headers, parts } = anatomyOf(root) ?? { kind: null, headers: [], parts: () => [] };
  const name = headers[0];
  if (kind === 'comment') return { parent: root, row: parts('ul').find(isActions) ?? null, until: null };
  return name === undefined ? { parent: root, row: null, until: null } : { parent: root, ...headerSlot(root, name) };
}

/** The row with Like and Reply under a comment. */
function isActions(list: Element): boolean {
  return list.querySelector(`${BUTTON}, ${COMMENT_LINK}`) !== null;
}

/**
 * The second line of a post's header, or its first where there is but one, and the menu at the end of the header.
 *
 *     [avatar] Name            […]
 *              2 h · public
 */
function headerSlot(root: Element, name: Element): Pick<Slot, 'row' | 'until'> {
  let row = name;
  for (let part: Element | null = name; part !== null && part !== root; part = part.parentElement) {
    for (let next = part.nextElementSibling; next !== null; next = next.nextElementSibling) {
      if (isOrHolds(next, `${MESSAGE}, ${FOOTER}`)) return { row, until: null };
      if (row === name && isOrHolds(next, 'a[href]')) row = next;
      else if (isOrHolds(next, BUTTON)) return { row, until: next };
    }
    if (part.previousElementSibling !== null && isOrHolds(part.previousElementSibling, 'a[href]')) break;
  }
  return { row, until: null };
}

function isOrHolds(element: Element, selector: string): boolean {
  return element.matches(selector) || element.querySelector(selector) !== null;
}
