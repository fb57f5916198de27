import type { Work } from '../../core/record-file.ts';

/**
 * The reference works whose pages are named by a condition's identifiers, and how their addresses are made.
 * A page is written as a word: `orphanet:98249` was joined by a shared identifier, `nhs~fibromyalgia` by its name.
 */
export const WORKS: Readonly<Record<string, Work>> = {
  orphanet: { source: 'orphanet', url: 'https://www.orpha.net/en/disease/detail/{}', language: 'en' },
  gard: { source: 'gard', url: 'https://rarediseases.info.nih.gov/diseases/{}/index', language: 'en' },
  nord: { source: 'nord', url: 'https://rarediseases.org/?p={}', language: 'en' },
  medlineplus: { source: 'medlineplus', url: 'https://medlineplus.gov/{}.html', language: 'en' },
  genetics: { source: 'medlineplus-genetics', url: 'https://medlineplus.gov/genetics/condition/{}/', language: 'en' },
  ency: { source: 'medlineplus', url: 'https://medlineplus.gov/ency/article/{}.htm', language: 'en', part: 'encyclopedia' },
  druginfo: { source: 'medlineplus', url: 'https://medlineplus.gov/druginfo/meds/{}.html', language: 'en', part: 'medicines' },
  nhs: { source: 'nhs', url: 'https://www.nhs.uk/conditions/{}/', language: 'en' },
  'nhs-medicines': { source: 'nhs', url: 'https://www.nhs.uk/medicines/{}/', language: 'en', part: 'medicines' },
  genereviews: { source: 'genereviews', url: 'https://www.ncbi.nlm.nih.gov/books/{}/', language: 'en' },
  omim: { source: 'omim', url: 'https://omim.org/entry/{}', language: 'en' },
  'omim-series': { source: 'omim', url: 'https://omim.org/phenotypicSeries/{}', language: 'en', part: 'series' },
  medgen: { source: 'medgen', url: 'https://www.ncbi.nlm.nih.gov/medgen/{}', language: 'en' },
};

/** Works written for somebody who looks a disease up. A condition is on the list for a page at one of these. */
export const LOOKED_UP: readonly string[] = ['orphanet', 'gard', 'nord', 'medlineplus', 'genetics', 'ency', 'nhs', 'genereviews'];

export type JoinedBy = 'id' | 'name';

export function pageWord(work: string, how: JoinedBy, id: string): string {
  return `${work}${how === 'id' ? ':' : '~'}${id}`;
}

/** The work a page's word belongs to. */
export function workOf(page: string): string {
  return /^[a-z-]+/.exec(page)?.[0] ?? '';
}
