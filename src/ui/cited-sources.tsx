import type { JSX } from 'preact';
import type { Citation, Label } from '../core/assessment.ts';
import type { Evidence, SourceRecord } from '../core/records.ts';
import { isRecognised } from '../core/source.ts';
import { allFlags, type CitedSource, citedSources } from './cited-source.ts';
import type { MarkProps } from './mark.tsx';
import { countryName, dayName, EVIDENCE_NAMES, FLAG_MEANINGS, FLAG_NAMES, KIND_NAMES } from './names.ts';
import { OutwardLink } from './outward-link.tsx';
import type { Translate } from './translate.ts';
import { Where } from './why.tsx';

export interface CitedSourcesProps {
  readonly labels: readonly Label[];
  readonly citations: readonly Citation[];
  readonly records: MarkProps['records'];
  readonly t: Translate;
}

/** Every source of the list that the post leads to, and why the list has it. */
export function CitedSources({ labels, citations, records, t }: CitedSourcesProps): JSX.Element | null {
  const sources = citedSources(citations);
  if (sources.length === 0) return labels.includes('no-source') ? null : <NoSources t={t} />;
  return (
    <section class="part">
      <h3>{t('sources_heading')}</h3>
      {sources.map((source) => (
        <Source key={source.id} source={source} records={records} t={t} />
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

interface SourceProps {
  readonly source: CitedSource;
  readonly records: MarkProps['records'];
  readonly t: Translate;
}

function Source({ source, records, t }: SourceProps): JSX.Element {
  const record = typeof records === 'string' ? undefined : records.sources.find(({ id }) => id === source.id);
  return (
    <article class="card">
      <h4>
        <OutwardLink href={record?.home ?? null} t={t}>
          {source.name}
        </OutwardLink>
      </h4>
      <p class="soft">
        {t(KIND_NAMES[source.kind])}
        {record && ` · ${countryName(record.country, t)}`}
      </p>
      {!isRecognised(source.kind) && <p>{t('source_not_counted')}</p>}
      <Flags source={source} t={t} />
      {record && <Listing record={record} t={t} />}
      {!record && typeof records !== 'string' && <p>{t('source_no_record')}</p>}
    </article>
  );
}

function Flags({ source, t }: Pick<SourceProps, 'source' | 't'>): JSX.Element | null {
  const flags = allFlags(source.citations);
  if (flags.length === 0) return null;
  return (
    <ul class="plain flags">
      {flags.map((flag) => (
        <li key={flag}>
          <strong class="flag">{t(FLAG_NAMES[flag])}</strong> {t(FLAG_MEANINGS[flag])}
          {/* One source can be cited for several papers, and the flag is on some of them. */}
          {source.citations.length > 1 &&
            source.citations
              .filter(({ flags }) => flags.includes(flag))
              .map((citation) => (
                <span key={citation.where} class="line">
                  <Where citation={citation} t={t} />
                </span>
              ))}
        </li>
      ))}
    </ul>
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
