/** The account whose page an address is, as the index of sources has it: `x:who`; `undefined` when it is on no site of accounts. */
export function accountOf(host: string, segments: readonly string[]): string | undefined {
  const site = ACCOUNT_SITES.get(host.replace(/^(?:m|mobile|web|touch)\./, ''));
  return site === undefined ? undefined : `${site}:${segments[0] ?? ''}`;
}

const ACCOUNT_SITES: ReadonlyMap<string, string> = new Map([
  ['x.com', 'x'],
  ['twitter.com', 'x'],
  ['facebook.com', 'facebook'],
  ['youtube.com', 'youtube'],
]);
