import type { MessageId } from '../ui/translate.ts';

/** A body whose facts are in the list. */
export interface Origin {
  readonly name: string;
  readonly home: string;
  /** What of theirs is in the list. */
  readonly gave: MessageId;
  /** The year or month of the edition that was read; `null` where it bore none. */
  readonly edition: string | null;
  readonly licence: Licence;
  /** How they are to be named, in the words they ask for where they ask for any. */
  readonly credit: string;
}

export interface Licence {
  readonly name: string;
  readonly url: string;
}

export const CC_BY: Licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
export const MIT: Licence = { name: 'MIT', url: 'https://opensource.org/license/mit' };
const CC0: Licence = { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
const US_GOVERNMENT: Licence = { name: 'US Government work', url: 'https://www.law.cornell.edu/uscode/text/17/105' };

/** Licences and credits are those of src/data/README.md, which says what was taken for which file. */
export const ORIGINS: readonly Origin[] = [
  {
    name: 'Mondo Disease Ontology',
    home: 'https://mondo.monarchinitiative.org/',
    gave: 'origin_mondo',
    edition: '2026-05',
    licence: CC_BY,
    credit: 'Mondo Disease Ontology, Monarch Initiative, mondo.monarchinitiative.org',
  },
  {
    name: 'Mondo mappings',
    home: 'https://mondo.monarchinitiative.org/',
    gave: 'origin_mappings',
    edition: '2026-08',
    licence: CC_BY,
    credit: 'Mappings of the Mondo Disease Ontology, Monarch Initiative, mondo.monarchinitiative.org',
  },
  {
    name: 'Orphanet nomenclature',
    home: 'https://www.orphadata.com/',
    gave: 'origin_orphanet',
    edition: '2023-06',
    licence: CC_BY,
    credit: 'Orphadata: Free access data from Orphanet. © INSERM 1999. Available on https://www.orphadata.com.',
  },
  {
    name: 'GARD',
    home: 'https://rarediseases.info.nih.gov/',
    gave: 'origin_gard',
    edition: '2025-10',
    licence: US_GOVERNMENT,
    credit:
      'Genetic and Rare Diseases Information Center (GARD), National Center for Advancing Translational Sciences (NCATS), National Institutes of Health',
  },
  {
    name: 'MedlinePlus',
    home: 'https://medlineplus.gov/',
    gave: 'origin_medlineplus',
    edition: '2024',
    licence: { name: 'Public domain', url: 'https://medlineplus.gov/about/using/usingcontent/' },
    credit: 'Courtesy of MedlinePlus from the National Library of Medicine.',
  },
  {
    name: 'NHS website',
    home: 'https://www.nhs.uk/conditions/',
    gave: 'origin_nhs',
    edition: '2021',
    licence: {
      name: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    credit: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  },
  {
    name: 'CDC CVX',
    home: 'https://www2a.cdc.gov/vaccines/iis/iisstandards/vaccines.asp?rpt=cvx',
    gave: 'origin_cvx',
    edition: null,
    licence: US_GOVERNMENT,
    credit: 'CVX code set, Centers for Disease Control and Prevention (CDC)',
  },
  {
    name: 'Symptom Ontology',
    home: 'https://github.com/DiseaseOntology/SymptomOntology',
    gave: 'origin_symptoms',
    edition: null,
    licence: CC0,
    credit: 'Symptom Ontology: Schriml LM, Arze C, Nadendla S, et al. Nucleic Acids Res. 2010;38:D754–D764.',
  },
  {
    name: 'Retraction Watch',
    home: 'https://retractionwatch.com/',
    gave: 'origin_notices',
    edition: '2025-08',
    licence: {
      name: 'Crossref-published data',
      url: 'https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/',
    },
    credit: 'Retraction Watch, Center for Scientific Integrity, published by Crossref',
  },
  {
    name: 'Crossref members',
    home: 'https://www.crossref.org/',
    gave: 'origin_crossref',
    edition: '2022',
    licence: { name: 'MIT, as compiled', url: MIT.url },
    credit: 'Members of Crossref and their DOI prefixes, crossref.org',
  },
  {
    name: 'ROR',
    home: 'https://ror.org/',
    gave: 'origin_ror',
    edition: null,
    licence: CC0,
    credit: 'Research Organization Registry (ROR), ror.org',
  },
  {
    name: '.gov registry',
    home: 'https://github.com/cisagov/dotgov-data',
    gave: 'origin_gov',
    edition: null,
    licence: CC0,
    credit: 'Official list of .gov domains, Department of Health and Human Services',
  },
];
