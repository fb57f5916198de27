/**
 * The address a saved page is from: what the page says of itself, or else what its file is called.
 *
 *     <link rel="canonical" href="https://x.com/home">     → https://x.com/home
 *     <!-- saved from url=(0018)https://x.com/home -->     → https://x.com/home
 *     facebook-2026-01-group-feed.html                     → https://www.facebook.com/groups/1/
 *
 * Throws when neither says it.
 */
export function addressOf(file: string, html: string): string {
  for (const sign of SIGNS) {
    const told = sign.exec(html)?.[1];
    if (told !== undefined && isOfASite(told)) return new URL(told).href;
  }
  const words = file.toLowerCase().split(/[^a-z]+/);
  const site = SITES.find(({ names }) => names.some((name) => words.includes(name)));
  if (!site) {
    throw new Error(
      `Nothing tells where ${file} is from. Put <link rel="canonical" href="https://…"> in its head, ` +
        'or the name of the site (x, facebook) in the name of the file.',
    );
  }
  const kind = Object.keys(site.paths).find((name) => words.includes(name));
  return `${site.origin}${(kind && site.paths[kind]) ?? '/'}`;
}

/** Hosts that a saved page may be from. */
export const HOSTS = ['x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com', 'www.facebook.com', 'web.facebook.com'];

const SIGNS = [
  /<link[^>]+rel=["']?canonical["']?[^>]+href=["']?([^"'\s>]+)/i,
  /<!--\s*saved from url=\(\d+\)(\S+)/i,
  /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i,
];

const SITES: readonly {
  readonly names: readonly string[];
  readonly origin: string;
  /** By a word of the file's name. Any account, group or number will do: what counts is the kind of page. */
  readonly paths: Readonly<Record<string, string>>;
}[] = [
  {
    names: ['x', 'twitter'],
    origin: 'https://x.com',
    paths: { home: '/home', profile: '/someone', status: '/someone/status/1' },
  },
  {
    names: ['facebook'],
    origin: 'https://www.facebook.com',
    paths: { profile: '/someone', permalink: '/someone/posts/1', group: '/groups/1/', photo: '/photo/?fbid=1' },
  },
];

function isOfASite(address: string): boolean {
  return URL.canParse(address) && HOSTS.includes(new URL(address).hostname);
}
