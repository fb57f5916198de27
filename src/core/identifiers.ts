import type { Span } from './assessment.ts';
import { TRIAL_NUMBER } from './trials.ts';
import { withoutClosing } from './url.ts';

/** An identifier of a paper, a trial or a book, written in a text or an address. */
export interface Identifier {
  readonly kind: 'doi' | 'pmid' | 'pmcid' | 'trial' | 'isbn';
  /** In its usual form: DOIs in lower case, `PMC123`, `NCT01234567`, the 13 digits of an ISBN. */
  readonly value: string;
  /** Where in the text. */
  readonly span: Span;
}

/**
 * The identifiers written in a text, in their order. Addresses in the text are read too; a DOI there counts once.
 *
 *     identifiersIn('See doi:10.1056/NEJMoa2034577 (PMID: 33301246), NCT04368728.')
 */
export function identifiersIn(text: string): readonly Identifier[] {
  const found: Identifier[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const written = match[1] as string;
      const value = kind === 'doi' ? doiFrom(written) : kind === 'isbn' ? isbnFrom(written) : written;
      if (value === null) continue;
      const start = match.index + match[0].indexOf(written);
      const length = kind === 'doi' ? value.length : written.length;
      found.push({ kind, value, span: { start, end: start + length } });
    }
  }
  return found.sort((one, other) => one.span.start - other.span.start);
}

/** Whether a text could have an identifier: quickly, and now and then too often. */
export function mayIdentify(text: string): boolean {
  return MAYBE.test(text);
}

const MAYBE =
  /10\.\d{4,9}\/|PMID\s{0,2}:?\s{0,2}\d{4}|PMC\d{4}|(?:NCT|RCT|CTR|DRKS|EudraCT)[^\n]{0,12}\d{4}|RBR-|97[89](?:[- ]?\d){10}/i;

/**
 * The DOI in an address's path or query, without what publishers hang behind it; `null` when there is none.
 *
 *     doiInPath('/doi/full/10.1056/NEJMoa2034577?query=x')  // '10.1056/nejmoa2034577'
 */
export function doiInPath(path: string): string | null {
  const match = /(?:^|[/=:])(10\.\d{4,9}\/[^\s?#&]{1,200})/.exec(path);
  return match === null ? null : doiFrom(match[1] as string);
}

/**
 * The DOI of an article whose address at Elsevier has its number instead: that of journals which made their DOIs of it.
 *
 *     doiOfPii('/journals/lancet/article/PIIS0140-6736(20)31180-6/fulltext')  // '10.1016/s0140-6736(20)31180-6'
 *     doiOfPii('/science/article/pii/S0140673620311806')                      // the same
 */
export function doiOfPii(path: string): string | null {
  const [, issn, volume, year, number, check] =
    /(?:PII|pii[/=])S(\d{4})-?(\d{3}[\dX])\(?(\d{2})\)?(\d{5})-?([\dX])(?![\dA-Z])/i.exec(path) ?? [];
  return issn === undefined ? null : `10.1016/s${issn}-${volume}(${year})${number}-${check}`.toLowerCase();
}

/**
 * The beginnings of a DOI that a rule can name, the longest first, down to the prefix.
 *
 *     '10.1001/jama.2020.1' → 10.1001/jama.2020.1, 10.1001/jama.2020, 10.1001/jama, 10.1001
 */
export function beginningsOf(doi: string): readonly string[] {
  const slash = doi.indexOf('/');
  const beginnings = [doi];
  for (let at = Math.min(doi.length, slash + 80); at > slash; at -= 1) {
    if (SEAMS.includes(doi[at] as string)) beginnings.push(doi.slice(0, at));
  }
  return [...beginnings, doi.slice(0, slash)];
}

/** Where a DOI's suffix is put together: `10.1001/jama.2020.1`, `10.1016/s0140-6736(20)30183-5`. */
const SEAMS = './-(';

const PATTERNS: readonly (readonly [Identifier['kind'], RegExp])[] = [
  // Not in an address, where anybody can write one: those are links, and read as such. The resolver's own are believed.
  ['doi', /(?<=^|[\s("'“[<,;]|\bdoi:|\bdoi\.org\/)(10\.\d{4,9}\/[^\s"<>]{1,200})/gi],
  ['pmid', /\bPMID\s{0,2}:?\s{0,2}(\d{4,8})\b/gi],
  ['pmcid', /\b(PMC\d{4,8})\b/g],
  ['trial', TRIAL_NUMBER],
  ['isbn', /\b(97[89](?:[- ]?\d){10})\b/g],
];

/** What publishers' addresses add behind a DOI. */
const TAIL =
  /(?:\/(?:full|abstract|pdf|epdf|fulltext|full-text|html|meta|summary|references|figures|suppl_file.*)|\.pdf|\.full|\.abstract|v\d+\.full(?:\.pdf)?|v\d+)\/?$/i;

/** A DOI in lower case, without the sentence's punctuation, a query or a publisher's tail behind it. */
function doiFrom(written: string): string | null {
  const whole = withoutClosing((/^[^?#&]*/.exec(written) as RegExpExecArray)[0]);
  // Only the letters of ASCII have no case in a DOI, and others get longer: "İ" is two in lower case.
  const doi = whole
    .replace(TAIL, '')
    .replace(TAIL, '')
    .replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  return /^10\.\d{4,9}\/\S/.test(doi) ? doi : null;
}

/** The 13 digits of an ISBN; `null` when its check digit is wrong (ISO 2108). */
function isbnFrom(written: string): string | null {
  const digits = written.replace(/[- ]/g, '');
  const sum = Array.from(digits, Number).reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0 ? digits : null;
}
