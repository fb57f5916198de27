import type { JSX } from 'preact';
import type { Citation, CitationFlag, Label } from '../core/assessment.ts';
import { addressOf } from '../core/citation-address.ts';
import { isOwn } from '../core/own-sources.ts';
import type { Evidence, ListVersion, SourceRecord } from '../core/records.ts';
import { isRecognised } from '../core/source.ts';
import { allFlags, type CitedSource, citedSources } from './cited-source.ts';
import type { MarkProps } from './mark.ts';
import { countryName, dayName, EVIDENCE_NAMES, FLAG_MEANINGS, FLAG_NAMES, KIND_NAMES, monthName } from './names.ts';
import { httpsAddress, OutwardLink } from './outward-link.tsx';
import type { Translate } from './translate.ts';
import { Where } from './why.tsx';

export interface CitedSourcesProps {
  readonly labels: readonly Label[];
  readonly citations: readonly Citation[];
  readonly records: MarkProps['records'];
  readonly list: ListVersion | null;
  readonly t: Translate;
}

/** Every source of the list that the post leads to, and why the list has it. */
export function CitedSources({ labels, citations, records, list, t }: CitedSourcesProps): JSX.Element | null {
  const sources = citedSources(citations);
  if (sources.length === 0) return labels.includes('no-source') ? null : <NoSources t={t} />;
  return (
    <section class="part">
      <h3>{t('sources_heading')}</h3>
      {sources.map((source) => (
        <Source key={source.id} source={source} records={records} list={list} t={t} />
      ))}
    </section>
  );
}

/** An experience with nothing cited: said, so that an empty place is not taken for a failure, and not held against it. */
function NoSources({ t }: { readonly t: Translate }): JSX.Element {
  return (
    <section class="part">
      <h3>{t('sources_heading')}</h3>
      <p>{t('sources_none_experience')}</p>
    </section>
  );
}

interface SourceProps extends Pick<CitedSourcesProps, 'records' | 'list' | 't'> {
  readonly source: CitedSource;
}

function Source({ source, records, list, t }: SourceProps): JSX.Element {
  const record = typeof records === 'string' ? undefined : records.sources.find(({ id }) => id === source.id);
  const isListed = record !== undefined && !isOwn(source.id);
  return (
    <article class="card">
      <h4>{source.name}</h4>
      <p class="soft">
        {t(KIND_NAMES[source.kind])}
        {isListed && ` · ${countryName(record.country, t)}`}
      </p>
      <Pages source={source} home={record?.home ?? null} t={t} />
      {isOwn(source.id) && <p>{t('source_own')}</p>}
      {!isRecognised(source.kind) && <p>{t(isOwn(source.id) ? 'own_not_counted' : 'source_not_counted')}</p>}
      <Flags source={source} list={list} t={t} />
      {isListed && <Listing record={record} t={t} />}
      {!record && typeof records !== 'string' && <p>{t('source_no_record')}</p>}
    </article>
  );
}

/** What the post leads to, and the source's own site. Of several pages the addresses tell them apart. */
function Pages({ source, home, t }: Pick<SourceProps, 'source' | 't'> & { readonly home: string | null }): JSX.Element {
  const pages = source.citations.filter((citation) => httpsAddress(addressOf(citation) ?? '') !== null);
  return (
    <p class="links">
      {pages.map((citation) =>
        pages.length > 1 ? (
          <Where key={citation.where} citation={citation} t={t} />
        ) : (
          <OutwardLink key={citation.where} href={addressOf(citation)} t={t}>
            {t('source_page')}
          </OutwardLink>
        ),
      )}
      {home !== null && (
        <OutwardLink href={home} t={t}>
          {t('source_home')}
        </OutwardLink>
      )}
    </p>
  );
}

function Flags({ source, list, t }: Pick<SourceProps, 'source' | 'list' | 't'>): JSX.Element | null {
  const flags = allFlags(source.citations);
  if (flags.length === 0) return null;
  return (
    <ul class="plain flags">
      {flags.map((flag) => (
        <li key={flag}>
          <strong class="flag">{t(FLAG_NAMES[flag])}</strong> {t(FLAG_MEANINGS[flag])}
          {isNotice(flag) && list && ` ${t('flag_known', monthName(list.notices, t))}`}
          {isNotice(flag) && <Papers citations={source.citations.filter(({ flags }) => flags.includes(flag))} t={t} />}
        </li>
      ))}
    </ul>
  );
}

/** Whether it is about one paper, and was published at a time. The others are about all that a source has. */
function isNotice(flag: CitationFlag): boolean {
  return flag !== 'not-peer-reviewed' && flag !== 'sells-what-it-writes-about';
}

/** One source can be cited for several papers, and a flag be on some of them. */
function Papers({ citations, t }: { readonly citations: readonly Citation[]; readonly t: Translate }): JSX.Element {
  return (
    <>
      {citations.map((citation) => (
        <span key={citation.where} class="line">
          <Where citation={citation} t={t} />
        </span>
      ))}
    </>
  );
}

function Listing({ record, t }: { readonly record: SourceRecord; readonly t: Translate }): JSX.Element {
  return (
    <>
      {record.evidence.length > 0 && (
        <>
          <h5>{t('source_why_listed')}</h5>
          <ul>
            {record.evidence.map((evidence) => (
              <li key={`${evidence.kind} ${evidence.id}`}>
                <OutwardLink href={evidence.url} t={t}>
                  {evidenceText(evidence, t)}
                </OutwardLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {record.funding !== null && <p>{t('source_funding', record.funding)}</p>}
      <p class="soft">{record.checked === null ? t('source_unchecked') : t('source_checked', dayName(record.checked, t))}</p>
    </>
  );
}

function evidenceText({ kind, id }: Evidence, t: Translate): string {
  return t('evidence_line', t(EVIDENCE_NAMES[kind]), id);
}
