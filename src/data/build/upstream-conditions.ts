import { isSpoken } from './spoken.ts';
import { readTable } from './table.ts';
import { LOOKED_UP, pageWord, workOf } from './works.ts';

/** A disease of MONDO as the list keeps it. */
export interface Condition {
  readonly id: string;
  readonly label: string;
  readonly rare: boolean;
  /** Names that mean the same, from MONDO and Orphanet. */
  readonly exact: readonly string[];
  /** Names that GARD gives it. */
  readonly listed: readonly string[];
  readonly abbreviations: readonly string[];
  /** Diseases of which it is the form that a certain gene causes. */
  readonly formOf: readonly string[];
  /** Words as in works.ts. */
  readonly pages: readonly string[];
}

/**
 * The diseases that have a page somebody can look up; the rare ones that have one at OMIM, or that GARD and NORD both
 * list and MedGen has a page of; and those of `wanted`.
 *
 * A GARD id counts only where GARD's own export speaks of it too (it then gave a synonym): of 15,936 ids that were
 * mapped only 6,050 were in the export. A NORD id of 1 is a mark that NORD calls the disease rare, no page.
 */
export function conditionsFrom(upstream: string, wanted: ReadonlySet<string>): readonly Condition[] {
  const conditions: Condition[] = [];
  for (const row of readTable(upstream).rows) {
    const condition = conditionOf(row);
    const works = condition.pages.map(workOf);
    const isListedTwice = row['gard'] !== '' && row['nord'] !== '';
    const hasPage =
      works.some((work) => LOOKED_UP.includes(work)) ||
      (condition.rare && works.some((work) => work.startsWith('omim') || (work === 'medgen' && isListedTwice)));
    if (hasPage || wanted.has(condition.id)) conditions.push(condition);
  }
  return conditions;
}

function conditionOf(row: Readonly<Record<string, string>>): Condition {
  const synonyms = valuesOf(row['synonyms']).map((synonym) => {
    const tilde = synonym.lastIndexOf('~');
    return { text: tidied(synonym.slice(0, tilde)), type: synonym.slice(tilde + 1) };
  });

  function ofType(...types: readonly string[]): readonly string[] {
    return synonyms.filter(({ text, type }) => types.includes(type) && isSpoken(text)).map(({ text }) => text);
  }

  return {
    id: row['mondo_id'] as string,
    label: tidied(row['label'] as string),
    rare: row['rare'] === '1',
    exact: ofType('EXACT', 'ORPHA'),
    listed: ofType('GARD').filter((name) => !isSmallAbbreviation(name, synonyms)),
    abbreviations: [...new Set(ofType('ABBR').map((name) => (/[A-Z]/.test(name) ? name : name.toUpperCase())))],
    formOf: [
      ...new Set(
        synonyms.flatMap(({ text, type }) => (type === 'EXACT' && /^(.+) caused by mutation in \S+$/.exec(text)?.[1]) || []),
      ),
    ],
    pages: pagesOf(
      row,
      synonyms.some(({ type }) => type === 'GARD'),
    ),
  };
}

/** GARD writes abbreviations in small letters too: "hi" beside HI, "cold" beside COLD. */
function isSmallAbbreviation(name: string, synonyms: readonly { readonly text: string }[]): boolean {
  return /^\S{1,4}$/.test(name) || (/^[a-z]+$/.test(name) && synonyms.some(({ text }) => text === name.toUpperCase()));
}

function pagesOf(row: Readonly<Record<string, string>>, isGardConfirmed: boolean): readonly string[] {
  const omim = valuesOf(row['omim']);
  return [
    ...valuesOf(row['orphanet']).map((id) => pageWord('orphanet', 'id', id)),
    ...(isGardConfirmed ? valuesOf(row['gard']).map((id) => pageWord('gard', 'id', id.replace(/^0+/, ''))) : []),
    ...valuesOf(row['nord'])
      .filter((id) => id !== '1')
      .map((id) => pageWord('nord', 'id', id)),
    ...valuesOf(row['medlineplus']).map((slug) => pageWord('medlineplus', 'name', slug)),
    ...valuesOf(row['medlineplus_genetics']).map((slug) => pageWord('genetics', 'id', slug)),
    ...valuesOf(row['mplus_ency']).map((id) => pageWord('ency', 'id', id)),
    ...valuesOf(row['nhs']).map((slug) => pageWord('nhs', 'name', slug)),
    ...valuesOf(row['genereviews']).map((id) => pageWord('genereviews', 'id', id)),
    ...omim.filter((id) => !id.startsWith('PS')).map((id) => pageWord('omim', 'id', id)),
    ...omim.filter((id) => id.startsWith('PS')).map((id) => pageWord('omim-series', 'id', id)),
    ...valuesOf(row['medgen']).map((id) => pageWord('medgen', 'id', id)),
  ];
}

function valuesOf(cell: string | undefined): readonly string[] {
  return (cell ?? '').split('|').filter((value) => value !== '');
}

function tidied(name: string): string {
  return name.replace(/\s+/g, ' ').replaceAll('’', "'").trim();
}
