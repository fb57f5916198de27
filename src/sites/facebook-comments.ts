import { elementsIn, holds, isWithin, outermostWithout, precedes, smallestWith } from './elements.ts';
import { addressOf, commentNamedBy, isFromNotification, isOwn, isProfile } from './facebook-addresses.ts';
import {
  BODY,
  COMMENT,
  COMMENT_LINK,
  COMMENT_TEXT,
  DECOY,
  FEED,
  LABEL,
  MESSAGE,
  NAME,
  NOT_A_FEED,
  POST,
  TYPED_LINE,
} from './facebook-selectors.ts';
import { remembered } from './still.ts';

/**
 * Comments in boxes that do not say what they are, found by the links in them that name a comment.
 *
 *     div                       the ground around the link: as far as it goes without another comment or a part of a post
 *       div                     the comment: from its author's picture to its time
 *         a[comment_id]         picture
 *         a[comment_id]         name
 *         span > div[dir=auto]  words
 *         ul                    Like · Reply · a[comment_id] 2h
 *       a[comment_id]           View 3 replies
 *
 * Such links stand in many places: in the words of a post, in notifications, above and below comments. A comment is only
 * where there are a name, words and links that say the same comment, on ground of their own.
 */
export function bareCommentsIn(scope: Element | Document): readonly Element[] {
  const wholes = new Set(signsIn(scope).map(({ whole }) => whole));
  const grounds = [...wholes].flatMap(groundsIn).filter(({ signs }) => signs.some(({ link }) => holds(scope, link)));
  return grounds.map(commentOn).filter((comment) => comment !== null);
}

/** The one of these comments that an element is in. */
export function bareCommentOf(element: Element): Element | null {
  const whole = element.matches(FOREIGN) ? null : element.closest(WHOLE);
  const ground = whole && groundsIn(whole).find(({ box }) => box.contains(element));
  const comment = ground ? commentOn(ground) : null;
  return comment?.contains(element) ? comment : null;
}

const WHOLE = `${POST}, ${FEED}`;
/** What no comment holds: another comment, a post or what is left of one. */
const FOREIGN = `${WHOLE}, ${COMMENT}, ${NAME}, ${BODY}, h2 a[href], h3 a[href], h4 a[href]`;
const HIDDEN = `${DECOY}, [hidden], [style*="display:none"], [style*="display: none"]`;
/** Where a link is one that somebody wrote, or is not shown. */
const NO_SIGN = `[dir="auto"], ${COMMENT_TEXT}, ${MESSAGE}, ${HIDDEN}`;

/** A link by which the site tells whose, or which, comment it is. */
interface Sign {
  readonly link: Element;
  /** The post, or the feed, that it is in. */
  readonly whole: Element;
  readonly id: string;
  /** To who wrote it. Those links and the one on the time spell the same comment's id in two ways. */
  readonly toAuthor: boolean;
}

const signsIn = remembered((scope: Element | Document): readonly Sign[] =>
  elementsIn(scope, COMMENT_LINK)
    .map(signOf)
    .filter((sign) => sign !== null),
);

function signOf(link: Element): Sign | null {
  const whole = link.closest(`${COMMENT}, ${NOT_A_FEED}`) === null ? link.closest(WHOLE) : null;
  if (whole === null || isWithin(NO_SIGN, link, whole)) return null;
  const address = addressOf(link);
  const id = address && commentNamedBy(address);
  return !id || !isOwn(address) || isFromNotification(address) ? null : { link, whole, id, toAuthor: isProfile(address) };
}

/** The largest box around a sign with no part of a post and not two comments in it. */
interface Ground {
  readonly box: Element;
  readonly whole: Element;
  readonly signs: readonly Sign[];
}

const groundsIn = remembered((whole: Element): readonly Ground[] => {
  const signs = signsIn(whole).filter((sign) => sign.whole === whole);
  const foreign = signs.length === 0 ? [] : elementsIn(whole, FOREIGN).filter((element) => element !== whole);
  const grounds: Ground[] = [];
  let passed = 0;
  for (let at = 0; at < signs.length; ) {
    const alike = alikeAt(at, signs);
    const { link } = alike[0] as Sign;
    while (passed < foreign.length && precedes(foreign[passed] as Element, link)) passed++;
    const others = [foreign[passed - 1], foreign[passed], signs[at - 1]?.link, signs[at + alike.length]?.link];
    const box = outermostWithout(
      link,
      whole,
      others.filter((other) => other !== undefined),
    );
    const own = alike.filter((sign) => box.contains(sign.link));
    grounds.push({ box, whole, signs: own });
    at += own.length;
  }
  return grounds;
});

/** The signs from the one at `start` on, as far as they can be of one comment. */
function alikeAt(start: number, signs: readonly Sign[]): readonly Sign[] {
  const ids = new Map<boolean, string>();
  let end = start;
  for (; end < signs.length; end++) {
    const { toAuthor, id } = signs[end] as Sign;
    if ((ids.get(toAuthor) ?? id) !== id) break;
    ids.set(toAuthor, id);
  }
  return signs.slice(start, end);
}

/**
 * The smallest box with all of the comment: the links on its author's picture and name, its words, and the link on its time.
 * One of a picture alone has no words, and the links in a group do not always say whose of the comments they lead to the author of.
 */
const commentOn = remembered(({ box, whole, signs }: Ground): Element | null => {
  const toAuthor = signs.filter((sign) => sign.toAuthor).map(({ link }) => link);
  const texts = elementsIn(box, `${COMMENT_TEXT}, ${TYPED_LINE}`);
  const textAfter = (name: Element) => texts.find((text) => precedes(name, text) && !isWithin(LABEL, text, whole));
  const name =
    toAuthor.length > 0 ? toAuthor.find(hasWords) : profilesIn(box, whole).findLast((link) => hasWords(link) && textAfter(link));
  if (name === undefined) return null;
  const text = textAfter(name);
  const time = signs.find((sign) => !sign.toAuthor && precedes(name, sign.link))?.link;
  if (time === undefined && (text === undefined || toAuthor.length === 0)) return null;
  return smallestWith([toAuthor[0], name, text, time].filter((part) => part !== undefined));
});

function hasWords(link: Element): boolean {
  return link.textContent?.trim() !== '';
}

/** Links to somebody, whatever comment they belong to. */
function profilesIn(ground: Element, whole: Element): readonly Element[] {
  return elementsIn(ground, 'a[href]').filter((link) => {
    const address = addressOf(link);
    return address !== null && isProfile(address) && !isWithin(NO_SIGN, link, whole);
  });
}
