import { getDomain } from 'tldts';
import type { MentionKind } from '../core/assessment.ts';
import type { Evidence, EvidenceKind, SourceRecord } from '../core/records.ts';
import { OTHER_KINDS, RECOGNISED_KINDS, type SourceKind } from '../core/source.ts';
import { type Fields, type Problem, recordsIn } from './build/fields.ts';
import { WORKS, workOf } from './build/works.ts';

// The form of the curated files. Every function reads one file, notes in `problems` all that is wrong with it, and
// goes on; build.ts stops when there are any.

/** A body of curated/sources or curated/organisations. */
export interface CuratedSource extends SourceRecord {
  /** Where it stands, for messages. */
  readonly file: string;
  readonly line: number;
  /** Other names people cite it by. */
  readonly also: readonly string[];
  /** Keys of the source index that lead to it. */
  readonly keys: readonly string[];
  /** Keys that lead to nobody, although another rule covers them. */
  readonly excluded: readonly string[];
  /** Conditions that a patient organisation is for. */
  readonly conditions: readonly string[];
}

export function sourcesIn(file: string, text: string, problems: Problem[]): readonly CuratedSource[] {
  return recordsIn(file, text, problems).map((fields) => {
    const source = sourceOf(file, fields);
    fields.close();
    return source;
  });
}

/** Hand-made decisions on the names of one entry; of an entry of its own where `kind` is given. */
export interface NameDecision {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly kind: MentionKind | null;
  readonly name: string | null;
  readonly pages: readonly string[];
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly capitals: readonly string[];
  readonly weakCapitals: readonly string[];
  /** Names that it must not have; `everything` leaves the entry out. */
  readonly drop: readonly string[] | 'everything';
}

export function nameDecisionsIn(file: string, text: string, problems: Problem[]): readonly NameDecision[] {
  return recordsIn(file, text, problems).map((fields) => {
    const id = fields.text('id');
    if (!ENTRY_ID.test(id)) fields.wrong('id', `must be like MONDO:0005301, drug:aspirin or medlineplus:pain, not "${id}".`);
    const kind = fields.has('kind') ? oneOf(fields, 'kind', MENTION_KINDS) : null;
    if (kind !== null && !fields.has('name')) fields.wrong('name', 'is missing: an entry of its own needs one.');
    const pages = fields.list('pages');
    for (const page of pages) {
      if (WORKS[workOf(page)] === undefined || !/^[a-z-]+[:~]\S+$/.test(page))
        fields.wrong('pages', `"${page}" is no page of a work in build/works.ts.`);
    }
    const decision: NameDecision = {
      file,
      line: fields.line,
      id,
      kind,
      name: fields.optionalText('name'),
      pages,
      strong: fields.list('strong'),
      weak: fields.list('weak'),
      capitals: fields.list('capitals'),
      weakCapitals: fields.list('weak-capitals'),
      drop: fields.optionalText('leave-out') === 'everything' ? 'everything' : fields.list('drop'),
    };
    fields.close();
    return decision;
  });
}

/** Phrases by what they are for: signs, decoys, everyday words. */
export interface Phrases {
  readonly file: string;
  readonly line: number;
  readonly for: string;
  readonly phrases: readonly string[];
}

export function phrasesIn(file: string, text: string, kinds: readonly string[], problems: Problem[]): readonly Phrases[] {
  return recordsIn(file, text, problems).map((fields) => {
    const phrases = { file, line: fields.line, for: oneOf(fields, 'for', kinds), phrases: fields.list('phrases') };
    fields.optionalText('why');
    if (phrases.phrases.length === 0) fields.wrong('phrases', 'is missing or empty.');
    fields.close();
    return phrases;
  });
}

/** How names end that tell which group a disease is of, beside the group's own name. */
export interface GroupEndings {
  readonly file: string;
  readonly line: number;
  /** The group's id. */
  readonly id: string;
  readonly endings: readonly string[];
  /** Names that end so are of no group. */
  readonly not: readonly string[];
}

export function groupEndingsIn(file: string, text: string, problems: Problem[]): readonly GroupEndings[] {
  return recordsIn(file, text, problems).map((fields) => {
    const id = fields.text('id');
    if (!ENTRY_ID.test(id)) fields.wrong('id', `must be like MONDO:0005301, not "${id}".`);
    const group = { file, line: fields.line, id, endings: fields.list('endings'), not: fields.list('not') };
    if (group.endings.length + group.not.length === 0) fields.wrong('endings', 'is missing or empty.');
    fields.close();
    return group;
  });
}

/** A change of the list; the newest stands first. */
export interface ListChange {
  readonly version: string;
  readonly what: string;
}

export function changesIn(file: string, text: string, problems: Problem[]): readonly ListChange[] {
  const records = recordsIn(file, text, problems);
  const changes = records.map((fields) => {
    const change = { version: fields.text('version'), what: fields.text('what') };
    if (!/^\d{4}-\d\d-\d\d\.\d+$/.test(change.version)) fields.wrong('version', 'must be the day and a count: 2026-11-24.1');
    fields.close();
    return change;
  });
  for (const [index, change] of changes.entries()) {
    const next = changes[index + 1];
    if (next !== undefined && next.version >= change.version)
      records[index]?.wrong('version', 'must be newer than the one below it.');
  }
  if (changes.length === 0) problems.push({ file, line: 1, field: '', message: 'has no change, so the list has no version.' });
  return changes;
}

const MENTION_KINDS: readonly MentionKind[] = ['condition', 'drug', 'vaccine', 'symptom', 'topic'];
const ENTRY_ID = /^(?:MONDO:\d{7}|CVX:\d+|SYMP:\d{7}|(?:drug|medlineplus|nhs|vaccine|topic|symptom):[a-z0-9-]+)$/;

// ---- sources ---------------------------------------------------------------------------------------------------

const SOURCE_KINDS: readonly SourceKind[] = [...RECOGNISED_KINDS, ...OTHER_KINDS];

const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  'ror',
  'issn',
  'medline',
  'government-domain',
  'wikidata',
  'crossref-member',
  'membership',
  'accreditation',
  'register',
  'law',
  'self-description',
];

function sourceOf(file: string, fields: Fields): CuratedSource {
  const id = fields.text('id');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) fields.wrong('id', `must be in lower case with hyphens, not "${id}".`);
  const country = fields.text('country');
  if (!/^(?:[A-Z]{2}|INT)$/.test(country)) fields.wrong('country', `must be two capitals (FR), EU or INT, not "${country}".`);
  const languages = fields.list('languages');
  if (languages.length === 0) fields.wrong('languages', 'is missing or empty.');
  for (const language of languages) {
    if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language))
      fields.wrong('languages', `"${language}" is no language tag like en or pt-BR.`);
  }
  const kind = oneOf(fields, 'kind', SOURCE_KINDS);
  const rules = fields.list('rules').map((rule) => keyOf(rule, kind, fields));
  const accounts = ['x', 'facebook', 'youtube'].flatMap((site) =>
    fields.list(site).map((account) => accountKey(site, account, fields)),
  );
  const prefixes = fields.list('doi').map((prefix) => {
    const [, not, beginning] = /^(not:)?(10\.\d{4,9}(?:\/\S+)?)$/.exec(prefix) ?? [];
    if (beginning === undefined) fields.wrong('doi', `"${prefix}" is no beginning of a DOI like 10.1056.`);
    return `${not ?? ''}doi:${beginning?.toLowerCase()}`;
  });
  const books = fields.list('isbn').map((digits) => {
    if (!/^97[89]\d{3,9}$/.test(digits)) fields.wrong('isbn', `"${digits}" is no beginning of an ISBN-13: 6 to 12 digits.`);
    return `isbn:${digits}`;
  });
  const keys = [...rules, ...accounts, ...prefixes, ...books];
  const source: CuratedSource = {
    file,
    line: fields.line,
    id,
    name: fields.text('name'),
    kind,
    country,
    languages,
    scope: fields.text('scope'),
    home: webAddress(fields, 'home', fields.text('home')),
    evidence: evidenceOf(fields),
    checked: checkedOf(fields),
    funding: fields.optionalText('funding'),
    also: fields.list('also'),
    keys: keys.filter((key) => !key.startsWith('not:')),
    excluded: keys.filter((key) => key.startsWith('not:')).map((key) => key.slice('not:'.length)),
    conditions: fields.list('conditions'),
  };
  if (source.keys.length === 0) fields.wrong('rules', 'is empty, and no account or DOI is given: nothing could ever lead to it.');
  for (const condition of source.conditions) {
    if (!ENTRY_ID.test(condition)) fields.wrong('conditions', `"${condition}" is no id of a condition.`);
  }
  return source;
}

/** A rule as a key of the source index. Most mistakes in a rule mark wrong posts, so each is named. */
function keyOf(rule: string, kind: SourceKind, fields: Fields): string {
  const [, not = '', type, host = '', path] = /^(not:)?(host|under|path):([^/\s]+)(\/\S+)?$/.exec(rule) ?? [];
  if (type === undefined)
    fields.wrong('rules', `"${rule}" is no rule: write host:…, under:… or path:host/segments, or not: before one.`);
  else if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host))
    fields.wrong('rules', `"${host}" is no host in lower case (punycode where it is not ASCII).`);
  else if (host.startsWith('www.')) fields.wrong('rules', `"${rule}": leave out "www.", it is dropped before looking up.`);
  else if ((type === 'path') !== (path !== undefined))
    fields.wrong('rules', `"${rule}": a path goes with path:, and only with it.`);
  else if (path !== undefined && !/^(?:\/[a-z0-9@._~%-]+)+$/.test(path))
    fields.wrong('rules', `"${rule}": a path is whole segments in lower case, without a slash at the end.`);
  else if (type === 'under' && getDomain(host) === null && !WHOLE_SUFFIX.includes(kind)) {
    fields.wrong('rules', `"${rule}" covers everybody's sites below "${host}".`);
  }
  return `${not}${type ?? 'host'}:${host}${path ?? ''}`;
}

/** Kinds of bodies a whole public suffix can belong to: `nhs.uk`. */
const WHOLE_SUFFIX: readonly SourceKind[] = ['public-health-agency', 'government-health-body'];

const ACCOUNTS: Readonly<Record<string, RegExp>> = {
  x: /^[a-z0-9_]{1,15}$/,
  facebook: /^[a-z0-9.-]{2,100}$/,
  youtube: /^@?[a-z0-9._-]{2,100}$/,
};

function accountKey(site: string, account: string, fields: Fields): string {
  const key = account.toLowerCase();
  if (!ACCOUNTS[site]?.test(key))
    fields.wrong(site, `"${account}" is no account's name: only what stands in its page's address.`);
  return `${site}:${key}`;
}

function evidenceOf(fields: Fields): readonly Evidence[] {
  const records = fields.records('evidence');
  if (records.length === 0) fields.wrong('evidence', 'is missing: give at least one reason why it is what "kind" says.');
  return records.map((record) => {
    const url = record.optionalText('url');
    const evidence: Evidence = {
      kind: oneOf(record, 'kind', EVIDENCE_KINDS),
      id: record.text('id'),
      url: url === null ? null : webAddress(record, 'url', url),
    };
    const form = REGISTER_FORMS[evidence.kind];
    if (form !== undefined && !form.test(evidence.id)) record.wrong('id', `"${evidence.id}" is no ${evidence.kind} id.`);
    record.close();
    return evidence;
  });
}

const REGISTER_FORMS: Partial<Readonly<Record<EvidenceKind, RegExp>>> = {
  ror: /^0[a-z0-9]{8}$/,
  issn: /^\d{4}-\d{3}[\dX]$/,
  wikidata: /^Q\d+$/,
};

function checkedOf(fields: Fields): string | null {
  const checked = fields.text('checked');
  if (checked !== 'never' && !/^\d{4}-\d\d-\d\d$/.test(checked)) {
    fields.wrong('checked', `must be the day somebody opened the evidence (2026-11-24) or "never", not "${checked}".`);
  }
  return checked === 'never' ? null : checked;
}

function webAddress(fields: Fields, field: string, address: string): string {
  if (address !== '' && !/^https?:\/\/[^\s/]+\.[^\s/]+/.test(address)) fields.wrong(field, `"${address}" is no web address.`);
  return address;
}

function oneOf<Value extends string>(fields: Fields, field: string, values: readonly Value[]): Value {
  const value = fields.text(field);
  const found = values.find((one) => one === value);
  if (found === undefined && value !== '') fields.wrong(field, `must be one of ${values.join(', ')}, not "${value}".`);
  return found ?? (values[0] as Value);
}
