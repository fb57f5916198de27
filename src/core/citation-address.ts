import type { Citation } from './assessment.ts';
import { pageOfTrial } from './trials.ts';

/** Where what a citation names can be looked up; `null` where there is no such page: of a name, a book, an account. */
export function addressOf({ how, where }: Citation): string | null {
  switch (how) {
    case 'link':
    case 'card':
      return where;
    case 'doi':
      return `https://doi.org/${encodeURIComponent(where).replaceAll('%2F', '/')}`;
    case 'pmid':
      return `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(where)}/`;
    case 'pmcid':
      return `https://pmc.ncbi.nlm.nih.gov/articles/${encodeURIComponent(where)}/`;
    case 'trial':
      return pageOfTrial(where);
    case 'isbn':
    case 'name':
    case 'account':
      return null;
  }
}
