import { noticesTable } from './notices.ts';
import { writeTable } from './table.ts';
import { conditionsFrom } from './upstream-conditions.ts';
import { drugsFrom, type Item, medlineplusTopicsFrom, nhsPagesFrom, symptomsFrom, vaccinesFrom } from './upstream-treatments.ts';

/** A file of facts as it was found: its text and the sha256 of its bytes. */
export interface Found {
  readonly text: string;
  readonly sha256: string;
}

/**
 * The first step of the build: of the upstream files, what the list uses, as small sorted tables by file name.
 * `wanted` are the ids that curated files name; their diseases are kept whatever pages they have.
 */
export function extractedFrom(upstream: (file: string) => Found, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const { text, sha256 } = upstream('conditions.tsv');
  const conditions = conditionsFrom(text, wanted).map((condition) => [
    condition.id,
    condition.label,
    condition.rare ? '1' : '0',
    condition.pages.join(' '),
    condition.abbreviations.join('|'),
    condition.exact.join('|'),
    condition.listed.join('|'),
    condition.formOf.join('|'),
  ]);
  const retracted = upstream('retracted-dois.tsv');

  function items(file: string, itemsFrom: (text: string) => readonly Item[]): string {
    const found = upstream(file);
    const rows = itemsFrom(found.text).map((item) => [item.id, item.name, item.pages.join(' '), item.names.join('|')]);
    return writeTable([noteOf(file, found.sha256)], ['id', 'name', 'pages', 'names'], rows);
  }

  return new Map([
    [
      'conditions.tsv',
      writeTable(
        [noteOf('conditions.tsv', sha256)],
        ['id', 'label', 'rare', 'pages', 'abbreviations', 'exact', 'listed', 'form_of'],
        conditions,
      ),
    ],
    ['drugs.tsv', items('drugs.tsv', drugsFrom)],
    ['vaccines.tsv', items('vaccines.tsv', vaccinesFrom)],
    ['symptoms.tsv', items('symptoms.tsv', symptomsFrom)],
    ['medlineplus-topics.tsv', items('medlineplus-topics.tsv', medlineplusTopicsFrom)],
    ['nhs-pages.tsv', items('nhs-conditions.tsv', nhsPagesFrom)],
    ['notices.tsv', noticesTable(retracted.text, noteOf('retracted-dois.tsv', retracted.sha256))],
  ]);
}

function noteOf(file: string, sha256: string): string {
  return `from upstream/${file}, sha256 ${sha256}`;
}
