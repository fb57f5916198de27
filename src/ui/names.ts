import type { CitationFlag, CitedBy, Label, MentionKind } from '../core/assessment.ts';
import type { SiteId } from '../core/post.ts';
import type { EvidenceKind } from '../core/records.ts';
import type { SourceKind } from '../core/source.ts';
import type { MessageId, Translate } from './translate.ts';

// Which text names a value of the core. A new value without a text does not compile.

export const LABEL_NAMES: Readonly<Record<Label, MessageId>> = {
  'patient-experience': 'label_patient_experience',
  'carer-experience': 'label_carer_experience',
  'medical-source': 'label_medical_source',
  'no-source': 'label_no_source',
};

/** For a badge with room for a word. */
export const SHORT_LABEL_NAMES: Readonly<Record<Label, MessageId>> = {
  'patient-experience': 'short_patient_experience',
  'carer-experience': 'short_carer_experience',
  'medical-source': 'short_medical_source',
  'no-source': 'short_no_source',
};

export const LABEL_MEANINGS: Readonly<Record<Label, MessageId>> = {
  'patient-experience': 'meaning_patient_experience',
  'carer-experience': 'meaning_carer_experience',
  'medical-source': 'meaning_medical_source',
  'no-source': 'meaning_no_source',
};

export const SITE_NAMES: Readonly<Record<SiteId, MessageId>> = { x: 'site_x', facebook: 'site_facebook' };

export const KIND_NAMES: Readonly<Record<SourceKind, MessageId>> = {
  'public-health-agency': 'kind_public_health_agency',
  'government-health-body': 'kind_government_health_body',
  hospital: 'kind_hospital',
  university: 'kind_university',
  journal: 'kind_journal',
  publisher: 'kind_publisher',
  'preprint-server': 'kind_preprint_server',
  'medical-society': 'kind_medical_society',
  'reference-work': 'kind_reference_work',
  'evidence-synthesis': 'kind_evidence_synthesis',
  'patient-organisation': 'kind_patient_organisation',
  'rare-disease-network': 'kind_rare_disease_network',
  'fact-checker': 'kind_fact_checker',
  seller: 'kind_seller',
  'health-website': 'kind_health_website',
};

export const CITED_BY: Readonly<Record<CitedBy, MessageId>> = {
  link: 'by_link',
  card: 'by_card',
  doi: 'by_doi',
  pmid: 'by_pmid',
  pmcid: 'by_pmcid',
  trial: 'by_trial',
  isbn: 'by_isbn',
  name: 'by_name',
  account: 'by_account',
};

export const FLAG_NAMES: Readonly<Record<CitationFlag, MessageId>> = {
  'not-peer-reviewed': 'flag_not_peer_reviewed',
  retracted: 'flag_retracted',
  'expression-of-concern': 'flag_expression_of_concern',
  corrected: 'flag_corrected',
  reinstated: 'flag_reinstated',
  'sells-what-it-writes-about': 'flag_sells_what_it_writes_about',
};

export const FLAG_MEANINGS: Readonly<Record<CitationFlag, MessageId>> = {
  'not-peer-reviewed': 'flag_meaning_not_peer_reviewed',
  retracted: 'flag_meaning_retracted',
  'expression-of-concern': 'flag_meaning_expression_of_concern',
  corrected: 'flag_meaning_corrected',
  reinstated: 'flag_meaning_reinstated',
  'sells-what-it-writes-about': 'flag_meaning_sells_what_it_writes_about',
};

export const EVIDENCE_NAMES: Readonly<Record<EvidenceKind, MessageId>> = {
  ror: 'evidence_ror',
  issn: 'evidence_issn',
  medline: 'evidence_medline',
  'government-domain': 'evidence_government_domain',
  wikidata: 'evidence_wikidata',
  'crossref-member': 'evidence_crossref_member',
  membership: 'evidence_membership',
  accreditation: 'evidence_accreditation',
  register: 'evidence_register',
  law: 'evidence_law',
  'self-description': 'evidence_self_description',
};

export const ENTRY_KIND_NAMES: Readonly<Record<MentionKind, MessageId>> = {
  condition: 'entry_kind_condition',
  drug: 'entry_kind_drug',
  vaccine: 'entry_kind_vaccine',
  symptom: 'entry_kind_symptom',
  topic: 'entry_kind_topic',
};

/** The name of a country of the list, in the reader's language. */
export function countryName(country: string, t: Translate): string {
  return country === 'INT' ? t('country_international') : displayName('region', country, t);
}

/** The name of a language, in the reader's. */
export function languageName(language: string, t: Translate): string {
  return displayName('language', language, t);
}

/** A day of the list (YYYY-MM-DD) as the reader writes it. */
export function dayName(day: string, t: Translate): string {
  return dateName(day, `${day}T00:00:00Z`, { dateStyle: 'long' }, t);
}

/** A month of the list (YYYY-MM) as the reader writes it. */
export function monthName(month: string, t: Translate): string {
  return dateName(month, `${month}-01T00:00:00Z`, { year: 'numeric', month: 'long' }, t);
}

function dateName(written: string, time: string, style: Intl.DateTimeFormatOptions, t: Translate): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return written;
  return new Intl.DateTimeFormat(t('language'), { ...style, timeZone: 'UTC' }).format(date);
}

export function numberName(number: number, t: Translate): string {
  return new Intl.NumberFormat(t('language')).format(number);
}

function displayName(type: 'region' | 'language', code: string, t: Translate): string {
  try {
    return new Intl.DisplayNames([t('language')], { type }).of(code) ?? code;
  } catch {
    // It throws for what is no code at all.
    return code;
  }
}
