import type { Entry } from '../../core/entries.ts';
import { type GateList, LONGEST_ROW, SHORTEST_END } from '../../core/gate.ts';
import { CAPITALS_ONLY, LONGEST_NAME, WEAK } from '../../core/lexicon.ts';
import { foldedWord, wordsOf } from '../../core/text.ts';
import type { List } from './list.ts';

/**
 * What the gate has to know so that it lets through whatever has one of the list's names in it, in as few keys as can be.
 *
 * Most of 80,000 names share their beginnings and ends: `… deficiency`, `autosomal dominant …`. A name is known by one to three
 * words at its beginning or its end, so that it is also known where it is written together, `#breastcancer`.
 * Rows of words that everybody uses, `a lot of`, are only taken where there is nothing else.
 */
export function gateListFrom({ names, entries, sources }: Pick<List, 'names' | 'entries' | 'sources'>): GateList {
  const wanted = { anywhere: rows(), inCapitals: rows(), abbreviations: rows() };
  for (const { text, entry, flags } of names) {
    const { kind } = entries[entry] as Entry;
    // What leads in a source's name is a sign of its own.
    if (kind === 'decoy' || kind === 'source') continue;
    const group = (flags & CAPITALS_ONLY) === 0 ? 'anywhere' : (flags & WEAK) === 0 ? 'inCapitals' : 'abbreviations';
    // An abbreviation is not stemmed in capitals and is in small letters: `PCOS`, `pcos`.
    for (const written of group === 'anywhere' ? [text, text.toLowerCase()] : [text]) {
      const row = wordsIn(written);
      if (row.length <= LONGEST_NAME) wanted[group].set(row.join(' '), row);
    }
  }
  return {
    anywhere: endsFor(wanted.anywhere),
    inCapitals: endsFor(wanted.inCapitals),
    abbreviations: endsFor(wanted.abbreviations),
    addresses: [...new Set(sources.flatMap(({ keys }) => keys).flatMap(addressIn))],
  };
}

/** Words in a row, folded. */
type Row = readonly string[];

function rows(): Map<string, Row> {
  return new Map();
}

function wordsIn(text: string): Row {
  const { count, start, end } = wordsOf(text);
  return Array.from({ length: count }, (_, word) => foldedWord(text.slice(start[word], end[word])));
}

/** Beginnings and ends, at least one of each name; those that many names have first. */
function endsFor(names: ReadonlyMap<string, Row>): readonly Row[] {
  const taken = new Set<string>();
  const all = Array.from(names.values(), (name) => ({
    name,
    ends: allEndsOf(name).map(written),
    good: goodEndsOf(name).map(written),
  }));
  for (const { name } of all) if (name.length === 1) taken.add(written(name));
  for (const term of termsIn(names.values())) taken.add(term);
  const stillOpen = ({ ends }: { readonly ends: readonly string[] }) => !ends.some((row) => taken.has(row));

  let open = all.filter(stillOpen);
  for (const { good } of open) if (good.length === 1) taken.add(good[0] as string);
  for (open = open.filter(stillOpen); open.length > 0; open = open.filter(stillOpen)) {
    const named = new Map<string, number[]>();
    for (const [number, { good }] of open.entries()) {
      for (const row of good) {
        const numbers = named.get(row);
        if (numbers === undefined) named.set(row, [number]);
        else numbers.push(number);
      }
    }
    const ordered = [...named].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
    // Several at once, as long as they are of different names: one at a time would take minutes.
    const known = new Set<number>();
    const least = (ordered[0]?.[1].length ?? 0) * 0.6;
    for (const [row, numbers] of ordered) {
      if (numbers.length < least) break;
      if (numbers.some((number) => known.has(number))) continue;
      taken.add(row);
      for (const number of numbers) known.add(number);
    }
  }
  return Array.from(taken, (row) => row.split(' '));
}

function written(row: Row): string {
  return row.join(' ');
}

/** Words that no one uses outside of medicine and that end or begin many names. */
function termsIn(names: Iterable<Row>): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const word of new Set([name[0] as string, name.at(-1) as string])) {
      if (MEDICAL.test(word) && word.length >= SHORTEST_TERM) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= WORTHWHILE).map(([word]) => word);
}

const SHORTEST_TERM = 8;
const WORTHWHILE = 4;

/** How medical words end, as they are stemmed, and some that begin or end hundreds of names. */
const MEDICAL = new RegExp(
  `(?:${[
    'osis itis emia aemia uria opathy plasia dystrophy atrophy noma phoma oblastoma sarcoma adenoma ectomy plegia algia cytosis somy',
    'penia stenosis dactyly cephaly keratosis derma plasmosis reductase synthase kinase dehydrogenase oxidase deficiency autosomal',
    'congenital hereditary familial syndromic idiopathic mitochondrial chromosome pigmentosa imperfecta bullosa recessive malformation',
    'anomaly dyskinesia retardation',
  ]
    .join(' ')
    .replaceAll(' ', '|')})$`,
);

/** Every beginning and end by which a name would be known wherever it stands. */
function allEndsOf(name: Row): readonly Row[] {
  const ends: Row[] = [];
  for (let length = 1; length <= Math.min(LONGEST_ROW, name.length); length += 1) {
    for (const row of [name.slice(0, length), name.slice(name.length - length)]) {
      if (row.join('').length >= SHORTEST_END || length === name.length) ends.push(row);
    }
  }
  return ends;
}

/** Those of more than one word, and without everyday words where there are such. */
function goodEndsOf(name: Row): readonly Row[] {
  const ends = allEndsOf(name).filter((row) => row.length > 1);
  const telling = ends.filter(
    (row) => row.length === name.length || !row.some((word) => EVERYDAY.has(word) || word.length === 1),
  );
  return telling.length > 0 ? telling : ends.filter((row) => row.length === LONGEST_ROW);
}

const EVERYDAY: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor of in on at by for with without from to into onto over under out off up down about after before between ' +
    'during through is are was were be been being am do does did done has have had having can could will would shall should may might ' +
    'must get got getting go going went come came i me my mine you your he him his she her it its we us our they them their this that ' +
    'these those who what when where why how not no none all any some each every both few many much more most other another same own so ' +
    'too very just only than then there here as if because while one two three first new old life day night time year week people man ' +
    'woman men women child children kid mom mum dad mother father sister brother wife husband friend family baby lot right left high low'
  )
    .split(' ')
    .map(foldedWord),
);

/** The host or the account that a rule is about. */
function addressIn(key: string): readonly string[] {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  const rest = key.slice(colon + 1);
  if (kind === 'host' || kind === 'under') return [rest];
  if (kind === 'path') return [rest.slice(0, rest.indexOf('/'))];
  return kind === 'doi' || kind === 'isbn' ? [] : [key];
}
