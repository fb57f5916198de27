/**
 * The address a link truly leads to: redirectors and tracking shims unwrapped, nothing fetched.
 * `null` when it is no web address, or one that hides where it leads (user info).
 *
 *     targetOf('https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.nhs.uk%2Fconditions%2F')  // https://www.nhs.uk/conditions/
 *     targetOf('https://www.google.com/amp/s/www.nejm.org/doi/10.1056/x')                  // https://www.nejm.org/doi/10.1056/x
 *     targetOf('https://who.int@evil.example/')                                            // null
 */
export function targetOf(link: string): URL | null {
  let address = addressFrom(link);
  for (let hop = 0; address !== null && hop < MAX_HOPS; hop += 1) {
    const inner = wrappedIn(address);
    if (inner === null) return address;
    address = inner;
  }
  return address;
}

/**
 * The host of an address, in lower case, without `www.` and without a trailing dot.
 *
 *     hostOf(new URL('https://www.NEJM.org./x'))  // 'nejm.org'
 */
export function hostOf(address: URL): string {
  return address.hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
}

/** An address's path and query, decoded as far as they can be. */
export function pathOf(address: URL): string {
  return decoded(address.pathname + address.search);
}

/** The segments of an address's path, decoded, in lower case: `/Books/NBK1116/` → `['books', 'nbk1116']`. */
export function segmentsOf(address: URL): readonly string[] {
  return decoded(address.pathname)
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
}

/**
 * What X shows of a link: the href of every link there is a t.co shim, and the words of the link are the true address,
 * cut off by one `…` where it is long. Links whose words are no address keep their href.
 *
 *     shownTarget('https://t.co/abc', 'nhs.uk/conditions/lupus/…')  // 'https://nhs.uk/conditions/lupus/'
 *     shownTarget('https://t.co/abc', 'read this')                  // 'https://t.co/abc'
 */
export function shownTarget(href: string, words: string): string {
  const shim = addressFrom(href);
  if (shim === null || hostOf(shim) !== 't.co') return href;
  const shown = words.trim().replace(/…$/, '');
  const [, host = ''] = /^(?:https?:\/\/)?([^\s/@:?#]+)(?:[/?#:]\S*)?$/i.exec(shown) ?? [];
  const dot = host.indexOf('.', 1);
  if (dot < 0 || dot > host.length - 3) return href;
  return addressFrom(shown)?.href ?? href;
}

/** The web addresses written out in a text: `https://…` and `www.…`, without the punctuation that ends a sentence. */
export function addressesIn(text: string): readonly string[] {
  const found = text.matchAll(/\b(?:https?:\/\/|www\.)[^\s<>"']{1,2000}/gi);
  return Array.from(found, ([address]) => withoutClosing(address));
}

/** An address or identifier without the punctuation that a sentence put behind it; a `)` whose `(` is inside stays. */
export function withoutClosing(written: string): string {
  let end = written.length;
  const open = count(written, '(');
  let closed = count(written, ')');
  while (end > 0 && '.,;:!?…)]}»”’*_'.includes(written[end - 1] as string)) {
    if (written[end - 1] === ')') {
      if (open >= closed) break;
      closed -= 1;
    }
    end -= 1;
  }
  return written.slice(0, end);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

const MAX_HOPS = 6;

function addressFrom(link: string): URL | null {
  const trimmed = link.trim();
  if (trimmed === '' || trimmed.length > 8192) return null;
  const full =
    /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/:.]+(?:\.[^/:.]+)+:\d/.test(trimmed)
      ? trimmed
      : `https://${trimmed.replace(/^\/\//, '')}`;
  if (!URL.canParse(full)) return null;
  const address = new URL(full);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return null;
  // User info is how an address is made to look like another one. No body publishes such links.
  if (address.username !== '' || address.password !== '') return null;
  return /^[^.]+(?:\.[^.]+)+\.?$/.test(address.hostname) ? address : null;
}

/** The address inside a redirector's address; `null` when it is none. */
function wrappedIn(address: URL): URL | null {
  const host = hostOf(address);
  const path = address.pathname;
  const inParameter = IN_PARAMETER.find((one) => one.host.test(host) && one.path.test(path));
  for (const parameter of inParameter?.parameters ?? []) {
    const value = address.searchParams.get(parameter) ?? '';
    const inner = encodedAddress(inParameter?.unpack?.(value) ?? value);
    if (inner !== null) return inner;
  }
  const inPath = IN_PATH.find((one) => one.host.test(host))?.path.exec(path)?.[1];
  if (inPath !== undefined) return addressFrom(decoded(inPath).replace(/^(https?:)\/+/, '$1//') + address.search);
  return host.endsWith(TRANSLATED) ? addressFrom(translatedHost(host) + path) : null;
}

/** Google's own hosts, and not `google.evil.io`. */
const GOOGLE = /^google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;

interface InParameter {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly parameters: readonly string[];
  readonly unpack?: (value: string) => string;
}

/** Pages that only pass on to the address in a parameter. */
const IN_PARAMETER: readonly InParameter[] = [
  { host: /^(?:l|lm)\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /^(?:m\.|web\.)?facebook\.com$/, path: /^\/(?:l\.php|flx\/warn\/)$/, parameters: ['u'] },
  { host: /^l\.messenger\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /^l\.(?:instagram\.com|threads\.com|threads\.net)$/, path: /^\//, parameters: ['u'] },
  { host: GOOGLE, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /^(?:m\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^bing\.com$/, path: /^\/ck\/a$/, parameters: ['u'], unpack: unpackedByBing },
  { host: /^bing\.com$/, path: /^\/news\/apiclick\.aspx$/, parameters: ['url'] },
  { host: /^out\.reddit\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^translate\.google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/, path: /^\/translate$/, parameters: ['u'] },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^urldefense\.proofpoint\.com$/, path: /^\/v2\/url$/, parameters: ['u'], unpack: unpackedByProofpoint },
  { host: /^linkedin\.com$/, path: /^\/(?:redir\/redirect|safety\/go)\/?$/, parameters: ['url'] },
  { host: /^duckduckgo\.com$/, path: /^\/l\/?$/, parameters: ['uddg'] },
  { host: /^vk\.com$/, path: /^\/away\.php$/, parameters: ['to'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
  { host: /^pinterest\.com$/, path: /^\/offsite\/?$/, parameters: ['url'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ['url'] },
];

/** Pages that pass on to, or are a copy of, the address in their path. */
const IN_PATH: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: GOOGLE, path: /^\/amp\/(?:s\/)?(.+)$/ },
  { host: /(?:^|\.)cdn\.ampproject\.org$/, path: /^\/[a-z]\/(?:s\/)?(.+)$/ },
  { host: /^web\.archive\.org$/, path: /^\/web\/\d{4,14}[a-z_]*\/(.+)$/ },
  { host: /^urldefense\.com$/, path: /^\/v3\/__(.+?)__;/ },
  { host: /^r\.search\.yahoo\.com$/, path: /\/RU=([^/]+)\// },
];

/** Pages that Google has translated: `www-who-int.translate.goog` is www.who.int, with `--` for a hyphen of its own. */
const TRANSLATED = '.translate.goog';

function translatedHost(host: string): string {
  return host
    .slice(0, -TRANSLATED.length)
    .split('--')
    .map((part) => part.replaceAll('-', '.'))
    .join('-');
}

/** Bing writes `a1` and the address in base64url. */
function unpackedByBing(value: string): string {
  try {
    return atob(value.replace(/^a1/, '').replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** Proofpoint writes `-3A` for `%3A` and `_` for `/`. */
function unpackedByProofpoint(value: string): string {
  return decoded(value.replace(/-(?=[0-9A-F]{2})/g, '%').replaceAll('_', '/'));
}

/** A parameter can be encoded once more than it should be. */
function encodedAddress(value: string): URL | null {
  let text = value;
  for (let round = 0; round < 3 && text !== ''; round += 1) {
    if (/^https?:\/\//i.test(text)) return addressFrom(text);
    const next = decoded(text);
    if (next === text) break;
    text = next;
  }
  return null;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
