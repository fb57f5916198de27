import type { Post } from '../core/post.ts';
import { hostOf, segmentsOf, shownTarget } from '../core/url.ts';
import { elementOf, elementsIn, holds, inDocumentOrder, outermostWithout } from './elements.ts';
import { fingerprintOf } from './fingerprint.ts';
import { languageOf } from './language.ts';
import { addressesSeenFrom, isAddress, isTyped, type LinkList, linkList, withoutParameters, wordsOf } from './links.ts';
import type { Site, Slot } from './site.ts';
import { steadfast } from './steadfast.ts';
import { remembered } from './still.ts';
import { visibleText } from './visible-text.ts';

export const x: Site = steadfast({
  id: 'x',
  hosts: ['x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com'],
  readsPage,
  rootsIn,
  rootOf,
  read,
  shapesIn,
  slotOf,
});

/** In 2021 the test id was on a box in the article; "unavailable" posts have an article without it. */
const TWEET = '[data-testid="tweet"]';
const POST = `${TWEET}, article[role="article"]`;
const CELL = '[data-testid="cellInnerDiv"]';
/** A quoted post is drawn as one big link with a name in it, seldom with an address. */
const QUOTE_BOX = 'div[role="link"]';
const NAME = '[data-testid="User-Name"]';
const QUOTE_SIGN = `${NAME}, time`;
const AVATAR = '[data-testid^="UserAvatar-Container-"]';
const TEXT = '[data-testid="tweetText"]';
const TEXT_WITHOUT_TEST_ID = 'div[lang][dir="auto"]';
const SHOW_MORE = '[data-testid="tweet-text-show-more-link"]';
const CARD = '[data-testid="card.wrapper"]';
const CARD_PART = '[data-testid^="card.layout"]';
const CARD_DETAIL = '[data-testid="card.layoutSmall.detail"]';
const STATUS_LINK = 'a[href*="/status/"]';
const MENU = '[data-testid="caret"]';
/** Around a whole post it means "an ad"; inside of one it is only the frame of a video. */
const AD_AROUND = '[data-testid="placementTracking"]';
const AD_INSIDE = '[data-testid$="-impression-pixel"]';
const NOT_A_FEED = [
  '[contenteditable]:not([contenteditable="false"]), [role="textbox"], [data-testid^="tweetTextarea_"]',
  '[role="complementary"], [role="navigation"], [role="banner"], [data-testid="DMDrawer"]',
].join(', ');

/** What every post is asked for. Quotes in other words than QUOTE_BOX: jsdom gives what is found by those in no order. */
const PART = [TEXT, NAME, CARD, SHOW_MORE, AD_INSIDE, 'time, article, [role="link"]:not(a)'].join(', ');

const addressOf = addressesSeenFrom('https://x.com/');
const OWN_HOSTS = new Set(['x.com', 'twitter.com', 'mobile.x.com', 'mobile.twitter.com']);
/** X's names for its own pictures and videos. */
const MEDIA_HOSTS = new Set(['pic.x.com', 'pic.twitter.com']);
const HANDLE = /^\w{1,15}$/;

const PAGES_LEFT_ALONE: readonly (readonly string[])[] = [
  ['messages'],
  ['i', 'chat'],
  ['settings'],
  ['compose'],
  ['i', 'grok'],
  ['i', 'premium_sign_up'],
  ['notifications'],
  ['jobs'],
  ['i', 'flow'],
  ['login'],
];

function readsPage(address: URL): boolean {
  const path = segmentsOf(address);
  return !PAGES_LEFT_ALONE.some((page) => page.every((segment, at) => path[at] === segment));
}

function rootsIn(scope: Element | Document): readonly Element[] {
  const roots = new Set<Element>();
  for (const found of elementsIn(scope, `${POST}, ${QUOTE_BOX}`)) {
    const root = isPost(found) ? articleOf(found) : quoteIn(found);
    if (root !== null && holds(scope, root) && root.closest(NOT_A_FEED) === null) roots.add(root);
  }
  return inDocumentOrder(roots);
}

function rootOf(node: Node): Element | null {
  const element = elementOf(node);
  const article = element && articleOf(element);
  if (!element || !article || element.closest(NOT_A_FEED) !== null) return null;
  for (let box = element.closest(QUOTE_BOX); box !== null; box = box.parentElement?.closest(QUOTE_BOX) ?? null) {
    if (!article.contains(box)) break;
    const quote = quoteIn(box);
    if (quote !== null) return quote;
  }
  return article;
}

/** Whether what matches POST or QUOTE_BOX does the first. */
function isPost(found: Element): boolean {
  return found.localName === 'article' || found.matches(POST);
}

/** The article that an element is in: a post, or what stands for one that cannot be shown. */
function articleOf(element: Element): Element | null {
  const found = element.closest(POST);
  if (found === null) return null;
  if (found.matches(TWEET)) return found.closest('article[role="article"]') ?? found;
  return found.closest(`${CELL}, ${TWEET}`) !== null || found.querySelector(TWEET) !== null ? found : null;
}

/** The box itself when it is that of a quoted post. */
function quoteIn(box: Element): Element | null {
  if (box.querySelector(QUOTE_SIGN) === null || box.closest(CARD) !== null) return null;
  return box.parentElement !== null && articleOf(box.parentElement) !== null ? box : null;
}

function read(root: Element): Post | null {
  const parts = partsOf(root);
  const { text } = parts;
  const links = linkList();
  /** The shims whose true target the text tells. */
  const told = new Set<string>();
  const words =
    text === null ? '' : visibleText(text, { preformatted: true, insteadOf: (anchor) => linkIn(anchor, links, told) });
  for (const card of parts.cards) addCard(card, links, told);
  const all = links.all();
  if (words === '' && all.length === 0) return null;

  const isQuoted = root.parentElement !== null && rootOf(root.parentElement) !== null;
  const author = authorOf(parts);
  const status = isQuoted ? null : statusOf(parts, author);
  return {
    id: `x:${status ?? `${author ?? ''}~${fingerprintOf(words, ...all.map((link) => link.href))}`}`,
    site: 'x',
    kind: isQuoted ? 'quoted' : 'post',
    text: words,
    links: all,
    language: languageOf(text?.getAttribute('lang') ?? null),
    promoted: !isQuoted && (parts.hasPixel || root.closest(AD_AROUND) !== null),
    truncated: parts.isCut,
    author,
  };
}

/** What belongs to a post itself, and not to one that it quotes. */
interface Parts {
  readonly text: Element | null;
  readonly name: Element | null;
  readonly cards: readonly Element[];
  readonly times: readonly Element[];
  readonly isCut: boolean;
  readonly hasPixel: boolean;
  /** What only some posts are asked for. */
  all(selector: string): readonly Element[];
  first(selector: string): Element | null;
}

/** Finds what every post is asked for in one look: each goes through all that is in the post. */
const partsOf = remembered((root: Element): Parts => {
  const [texts, names, cards]: [Element[], Element[], Element[]] = [[], [], []];
  const [times, quotes]: [Element[], Element[]] = [[], []];
  let isCut = false;
  let hasPixel = false;
  const isOwn = (part: Element) => !quotes.some((quote) => quote.contains(part));
  for (const part of root.querySelectorAll(PART)) {
    if (quotes.length > 0 && !isOwn(part)) continue;
    const id = part.getAttribute('data-testid');
    if (part.localName === 'time') times.push(part);
    else if (id === 'tweetText') texts.push(part);
    else if (id === 'User-Name') names.push(part);
    else if (id === 'card.wrapper') cards.push(part);
    else if (id === 'tweet-text-show-more-link') isCut = true;
    else if (id?.endsWith('-impression-pixel')) hasPixel = true;
    else if ((part.localName === 'article' || part.matches(QUOTE_BOX)) && rootOf(part) === part) quotes.push(part);
  }
  const all = (selector: string) => [...root.querySelectorAll(selector)].filter(isOwn);
  const first = (selector: string) => (quotes.length === 0 ? root.querySelector(selector) : (all(selector)[0] ?? null));
  return {
    text: texts[0] ?? first(TEXT_WITHOUT_TEST_ID),
    name: names[0] ?? null,
    cards,
    times,
    isCut,
    hasPixel,
    all,
    first,
  };
});

/**
 * Reads a link of the text: what stands for it in the text, and where it leads.
 *
 *     <a href="https://t.co/x"><span aria-hidden>https://</span>nhs.uk/cond<span aria-hidden>itions/lupus</span><span aria-hidden>…</span></a>
 *
 * An address is read whole, as it is without the site's cuts; of other links their words.
 */
function linkIn(anchor: Element, links: LinkList, told: Set<string>): string | null {
  const address = addressOf(anchor);
  if (address === null) return null;
  const words = wordsOf(anchor);
  const isOwn = OWN_HOSTS.has(hostOf(address));
  if (isOwn && !isTyped(words)) return null;

  const href = withoutParameters(address, isTracking);
  // X links nothing but web addresses; what stands before the host does not matter.
  const target = isOwn ? href : shownTarget(href, words.replace(/^(?!https?:)[a-z][a-z0-9+.-]{0,9}:\/\//i, ''));
  if (MEDIA_HOSTS.has(new URL(target).hostname)) return '';
  links.add(target, 'text');
  if (target !== href) told.add(href);
  return target !== href || isAddress(words) ? target : null;
}

function isTracking(name: string): boolean {
  return name === 'twclid';
}

/** A preview card: an ad's tells its address, any other one's only the host. Polls and players are no links. */
function addCard(card: Element, links: LinkList, told: Set<string>): void {
  const anchor = card.querySelector('a[href]');
  const address = anchor && addressOf(anchor);
  if (!anchor || !address || OWN_HOSTS.has(hostOf(address))) return;
  const href = withoutParameters(address, isTracking);
  if (told.has(href)) return;
  const host = hostOf(address) === 't.co' ? cardHostOf(card, anchor) : null;
  if (host === null) links.add(href, 'card');
  else links.add(host, 'card-host');
}

/**
 * The host that a card names: on the line under a large one ("From who.int", in any language), before the title in its label,
 * or as the first line of a small one. The title is the linked page's own word: no host in it is believed, and it is not read as
 * the post's, which is judged by what its author wrote.
 */
function cardHostOf(card: Element, anchor: Element): string | null {
  const detail = card.querySelector(CARD_DETAIL);
  if (detail !== null) return hostIn(detail.firstElementChild?.textContent ?? '');
  const labelled = anchor.getAttribute('aria-label')?.trim().split(/\s/, 1)[0] ?? '';
  const line = sourceLineOf(card, anchor);
  return line === null || line.includes(labelled) ? (hostIn(labelled) ?? hostIn(line ?? '')) : hostIn(line);
}

function sourceLineOf(card: Element, anchor: Element): string | null {
  const href = anchor.getAttribute('href');
  for (const other of (card.parentElement ?? card).querySelectorAll('a[href]')) {
    if (other.getAttribute('href') === href && other.closest(CARD_PART) === null) return other.textContent;
  }
  return null;
}

function hostIn(words: string): string | null {
  const host = /(?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,63}/u.exec(words.slice(0, 300))?.[0];
  return host !== undefined && URL.canParse(`https://${host}/`) ? new URL(`https://${host}/`).href : null;
}

function authorOf({ name, times, first }: Parts): string | null {
  for (const anchor of name?.querySelectorAll('a[href]') ?? []) {
    const handle = handleIn(anchor);
    if (handle !== null) return handle.toLowerCase();
  }
  const pictured = first(AVATAR)?.getAttribute('data-testid')?.replace('UserAvatar-Container-', '') ?? '';
  if (HANDLE.test(pictured)) return pictured.toLowerCase();
  const shown = /@(\w{1,15})\b/.exec(name?.textContent ?? '')?.[1] ?? statusPathOf(timeLinkOf(times))?.handle;
  return shown?.toLowerCase() ?? null;
}

/** Whose profile an anchor leads to. Most are written so that there is nothing to take apart: `/who`. */
function handleIn(anchor: Element): string | null {
  const plain = /^\/(\w{1,15})$/.exec(anchor.getAttribute('href') ?? '')?.[1];
  if (plain !== undefined) return plain;
  const [handle, ...more] = addressOf(anchor)?.pathname.slice(1).split('/') ?? [];
  return handle !== undefined && more.length === 0 && HANDLE.test(handle) ? handle : null;
}

/** The number of a post: of the link on its time, or, as ads have none, of a link to its pictures or its statistics. */
function statusOf({ text, times, all }: Parts, author: string | null): string | null {
  const onTime = statusPathOf(timeLinkOf(times));
  if (onTime !== null) return onTime.status;
  const others = all(STATUS_LINK).filter((link) => !text?.contains(link));
  // A video can name the post that it is from.
  return others.map(statusPathOf).find((path) => path?.handle.toLowerCase() === author)?.status ?? null;
}

function timeLinkOf(times: readonly Element[]): Element | null {
  for (const time of times) {
    const link = time.closest(STATUS_LINK);
    if (link !== null) return link;
  }
  return null;
}

function statusPathOf(link: Element | null): { readonly handle: string; readonly status: string } | null {
  if (link === null) return null;
  const href = link.getAttribute('href') ?? '';
  const path = PLAIN_STATUS.test(href) ? href : addressOf(link)?.pathname;
  const [, handle, status] = /^\/(\w+)\/status\/(\d+)/.exec(path ?? '') ?? [];
  return handle === undefined || status === undefined ? null : { handle, status };
}

/** An address of a post in which there is nothing to take apart. */
const PLAIN_STATUS = /^\/\w+\/status\/\d+(?:\/\w+)*$/;

/** Words in a language that the site has recognised, wherever they stand in the column of posts. */
function shapesIn(scope: Document): readonly Element[] {
  return elementsIn(scope, 'main [lang][dir="auto"]').filter(
    (words) => (words.textContent ?? '').length >= SHORTEST_WORDS && words.closest(NOT_A_FEED) === null,
  );
}

const SHORTEST_WORDS = 20;

function slotOf(root: Element): Slot {
  const { name: row, text, first } = partsOf(root);
  const menu = first(MENU);
  const until = row !== null && menu !== null && !row.contains(menu) ? outermostWithout(menu, root, [row]) : null;
  const head = first(AVATAR);
  const beside = text?.matches(TEXT) ? text : null;
  return { parent: root, row, until, ...(head && beside ? { column: { head, beside } } : {}) };
}
