import { accountOf } from './accounts.ts';
import type { Citation, CitationFlag, CitedBy, Span } from './assessment.ts';
import { attributedHandles, attributionOf } from './attribution.ts';
import { beginningsOf, doiInPath, doiOfPii, identifiersIn } from './identifiers.ts';
import type { NamedSource } from './mentions.ts';
import { idOfOwn, type OwnSource } from './own-sources.ts';
import type { Link, Post } from './post.ts';
import type { RetractionNature, Retractions } from './retractions.ts';
import type { SourceKind } from './source.ts';
import { NOBODY, type SourceIndex } from './source-index.ts';
import { registerOfTrial } from './trials.ts';
import { hostOf, pathOf, segmentsOf, targetOf } from './url.ts';

/** What the reader has added to the list and taken off it, for themselves. */
export interface OwnList {
  /** The reader's own source that an address is of. It speaks before the list. */
  find(address: URL): OwnSource | undefined;
  /** Ids of sources that are never cited. */
  readonly muted: ReadonlySet<string>;
}

/**
 * Which sources of the list a post leads to, in the order: links, identifiers, names, the account itself.
 * A source is cited once for each place that leads to it; a DOI that stands in a link is not counted a second time.
 * `claims` says whether the post states something as a fact: what a body "says", or posts itself, is a source for that only.
 */
export function citationsIn(
  post: Post,
  named: readonly NamedSource[],
  claims: boolean,
  index: SourceIndex,
  retractions: Retractions,
  ownList: OwnList,
): readonly Citation[] {
  const found = new Map<string, Citation>();

  function cite(source: number | undefined, how: CitedBy, where: string, span: Span | null, doi: string | null): void {
    if (source === undefined || source === NOBODY) return;
    const body = { id: index.idOf(source), name: index.nameOf(source), kind: index.kindOf(source) };
    if (!ownList.muted.has(body.id)) add(body, how, where, span, doi);
  }

  function add({ id, name, kind }: Body, how: CitedBy, where: string, span: Span | null, doi: string | null): void {
    const key = `${id} ${doi ?? where}`;
    if (!found.has(key)) found.set(key, { source: id, name, kind, how, where, span, flags: flagsFor(kind, doi, retractions) });
  }

  for (const link of post.links.slice(0, MAX_LINKS)) {
    const target = targetOf(link.href);
    if (target === null) continue;
    const how = link.place === 'card-host' ? 'card' : 'link';
    const own = ownList.find(target);
    if (how === 'link' && isErrand(target, own !== undefined)) continue;
    const owner = own ? undefined : sourceOfAddress(target, link, index);
    const isListed = owner !== undefined && owner !== NOBODY;
    const doi = how === 'card' ? null : doiOfPage(target, own !== undefined || isListed);
    if (own) {
      add({ ...own, id: idOfOwn(own) }, how, target.href, null, doi);
      continue;
    }
    // A journal's own beginning of DOIs says more than its publisher's host, and that more than the publisher's prefix.
    const source = sourceOfDoi(doi, index, 'journal') ?? owner ?? sourceOfDoi(doi, index);
    cite(source, how, target.href, null, doi);
  }
  for (const identifier of identifiersIn(post.text)) {
    const { kind, value, span } = identifier;
    if (kind === 'doi') cite(sourceOfDoi(value, index), kind, value, span, value);
    else if (kind === 'isbn') cite(sourceOfIsbn(value, index), kind, value, span, null);
    else cite(index.numberOf(registerOf(kind, value) ?? ''), kind, value, span, null);
  }
  for (const { id, weak, start, end } of named) {
    const source = index.numberOf(id);
    if (source === undefined) continue;
    const attribution = attributionOf(post.text, start, end, index.kindOf(source), weak);
    if (attribution === 'plain' || (attribution === 'said' && claims)) {
      cite(source, 'name', post.text.slice(start, end), { start, end }, null);
    }
  }
  for (const { handle, start, end } of attributedHandles(post.text)) {
    cite(index.find(`x:${handle}`), 'name', post.text.slice(start, end), { start, end }, null);
  }
  if (claims && post.author !== null && post.site !== null) {
    cite(index.find(`${post.site}:${post.author.toLowerCase()}`), 'account', post.author, null, null);
  }
  return [...found.values()];
}

type Body = Pick<OwnSource, 'name' | 'kind'> & { readonly id: string };

/** No post needs more; a page that has more must not cost more. */
const MAX_LINKS = 50;

/**
 * Whose address it is. The most specific rule speaks: an account's page, a path, the host, a host above it.
 * A shortener's target is unknown, so it is nobody's.
 */
function sourceOfAddress(address: URL, link: Link, index: SourceIndex): number | undefined {
  const host = hostOf(address);
  const segments = link.place === 'card-host' ? [] : segmentsOf(address);
  const account = accountOf(host, segments);
  if (account !== undefined) return index.find(account);
  for (let depth = Math.min(segments.length, MAX_DEPTH); depth > 0; depth -= 1) {
    // A page may be written with its ending, `/en/health-canada.html`; rules are without.
    const path = segments
      .slice(0, depth)
      .join('/')
      .replace(/\.(?:html?|php|aspx?)$/, '');
    const byPath = index.find(`path:${host}/${path}`);
    if (byPath !== undefined) return byPath;
  }
  const byHost = index.find(`host:${host}`);
  if (byHost !== undefined) return byHost;
  for (let above = host; above.includes('.'); above = above.slice(above.indexOf('.') + 1)) {
    const byDomain = index.find(`under:${above}`);
    if (byDomain !== undefined) return byDomain;
  }
  return undefined;
}

const MAX_DEPTH = 6;

/**
 * The paper's DOI, where the page's address has it. Only the resolver and the pages of listed sources are believed: anybody
 * can write a DOI into an address of their own.
 */
function doiOfPage(address: URL, isListed: boolean): string | null {
  const host = hostOf(address);
  if (host === 'doi.org' || host === 'dx.doi.org') return doiInPath(pathOf(address));
  if (!isListed) return null;
  if (ELSEVIER.has(host)) return doiInPath(pathOf(address)) ?? doiOfPii(pathOf(address));
  // At nature.com the last part of the path makes the DOI.
  const article = host === 'nature.com' ? /^\/articles\/([a-z0-9.-]+?)(?:\.pdf)?\/?$/i.exec(address.pathname) : null;
  return article === null ? doiInPath(pathOf(address)) : `10.1038/${article[1]?.toLowerCase()}`;
}

const ELSEVIER: ReadonlySet<string> = new Set(['thelancet.com', 'cell.com', 'sciencedirect.com', 'linkinghub.elsevier.com']);

/** Pages of a body that are about working, buying or giving there, and no source of anything. An own source's host was chosen. */
function isErrand(address: URL, isOwn: boolean): boolean {
  const labels = isOwn ? [] : hostOf(address).split('.', 1);
  return [...labels, ...segmentsOf(address).slice(0, 2)].some((word) => ERRANDS.has(word));
}

const ERRANDS: ReadonlySet<string> = new Set(
  'jobs job careers career vacancies vacancy donate donation donations giving shop store tickets fundraise fundraising'.split(
    ' ',
  ),
);

/** Whose DOI it is. With `journal`, only a rule that is longer than the publisher's prefix counts. */
function sourceOfDoi(doi: string | null, index: SourceIndex, only?: 'journal'): number | undefined {
  if (doi === null) return undefined;
  for (const beginning of beginningsOf(doi)) {
    if (only === 'journal' && !beginning.includes('/')) return undefined;
    const source = index.find(`doi:${beginning}`);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** The publisher whose numbers an ISBN is of. Their prefixes have 6 to 12 digits (International ISBN Agency). */
function sourceOfIsbn(isbn: string, index: SourceIndex): number | undefined {
  for (let length = 12; length >= 6; length -= 1) {
    const source = index.find(`isbn:${isbn.slice(0, length)}`);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** The register that an identifier other than a DOI belongs to, by its id in the list. */
function registerOf(kind: 'pmid' | 'pmcid' | 'trial', value: string): string | undefined {
  if (kind === 'pmid') return 'pubmed';
  return kind === 'pmcid' ? 'pmc' : registerOfTrial(value);
}

function flagsFor(kind: SourceKind, doi: string | null, retractions: Retractions): readonly CitationFlag[] {
  const flags: CitationFlag[] = [];
  if (kind === 'preprint-server') flags.push('not-peer-reviewed');
  if (kind === 'seller') flags.push('sells-what-it-writes-about');
  if (doi !== null) flags.push(...retractions.naturesOf(doi).map((nature) => FLAG_OF[nature]));
  return flags;
}

const FLAG_OF: Readonly<Record<RetractionNature, CitationFlag>> = {
  retraction: 'retracted',
  'expression-of-concern': 'expression-of-concern',
  correction: 'corrected',
  reinstatement: 'reinstated',
};
