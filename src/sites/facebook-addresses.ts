import { hostOf, segmentsOf } from '../core/url.ts';
import { addressesSeenFrom } from './links.ts';

/** What the addresses of Facebook lead to. */

export const HOME = 'https://www.facebook.com/';
/** Where an anchor leads; `null` when that is no web address. */
export const addressOf = addressesSeenFrom(HOME);
const OWN_HOST = /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|fb\.watch|messenger\.com|fbcdn\.net)$/;

const PAGES_LEFT_ALONE = new Set([
  'messages',
  'marketplace',
  'settings',
  'checkpoint',
  'stories',
  'reel',
  'reels',
  'watch',
  'gaming',
  'business',
  'help',
  'privacy',
  'policies',
  'notifications',
  'friends',
]);

/** First parts of a path that are no account's name. */
const NOT_AN_ACCOUNT = new Set([
  ...PAGES_LEFT_ALONE,
  'groups',
  'pages',
  'people',
  'events',
  'photo',
  'photos',
  'hashtag',
  'share',
  'sharer',
  'video',
  'videos',
  'ads',
  'login',
  'profile.php',
  'permalink.php',
  'story.php',
  'photo.php',
  'l.php',
]);

export function readsPage(address: URL): boolean {
  const [first = ''] = segmentsOf(address);
  return !PAGES_LEFT_ALONE.has(first) && first !== 'login' && first !== 'login.php';
}

export function isOwn(address: URL): boolean {
  return OWN_HOST.test(hostOf(address));
}

/** The name in the address of a page or profile that has one. */
export function accountIn(address: URL): string | null {
  const [name = '', ...more] = segmentsOf(address);
  return isOwn(address) && more.length === 0 && /^[a-z0-9.-]+$/.test(name) && /[a-z]/.test(name) && !NOT_AN_ACCOUNT.has(name)
    ? name
    : null;
}

/**
 * Whether an address is that of somebody, with or without a name in it, and not of something they posted.
 *
 *     /ines.fabrikova    /100000000000009    /profile.php?id=…    /people/Ines/…    /groups/…/user/…
 */
export function isProfile(address: URL): boolean {
  const { length, 0: first = '', 2: third } = segmentsOf(address);
  if (!isOwn(address)) return false;
  if (length === 1) return first === 'profile.php' || !NOT_AN_ACCOUNT.has(first);
  return (first === 'people' && length === 3) || (first === 'groups' && third === 'user' && length === 4);
}

/** A parameter of an address. Taking a query apart takes long, and most have nothing in it that is asked for. */
export function parameterIn(address: URL, name: string): string | null {
  return address.search.includes(name) ? address.searchParams.get(name) : null;
}

/** The comment that an address names; a reply names the comment that it answers, too. */
export function commentNamedBy(address: URL): string | null {
  return parameterIn(address, 'reply_comment_id') || parameterIn(address, 'comment_id') || null;
}

/** Whether it leads from a notification to what it is about. */
export function isFromNotification(address: URL): boolean {
  return address.search.includes('notif_') && [...address.searchParams.keys()].some((name) => name.startsWith('notif_'));
}
