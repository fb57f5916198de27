import { Fragment, type JSX } from 'preact';
import type { Mention } from '../core/assessment.ts';
import type { Nearness } from '../core/nearness.ts';
import type { EntryRecord, ReferencePage, SourceRecord } from '../core/records.ts';
import type { Records } from '../messages.ts';
import { namedEntries, ORGANISATIONS_AT_ONCE, organisationLists, pageName, pagesOf, standingOf } from './entry-pages.ts';
import type { MarkProps } from './mark.ts';
import { countryName, languageName } from './names.ts';
import { OutwardLink } from './outward-link.tsx';
import type { Translate } from './translate.ts';

export interface NamedEntriesProps {
  readonly mentions: readonly Mention[];
  readonly records: MarkProps['records'];
  readonly near: Nearness;
  readonly t: Translate;
}

/** The conditions and treatments that the post names, with the pages of the list about them. */
export function NamedEntries({ mentions, records, near, t }: NamedEntriesProps): JSX.Element | null {
  const known = typeof records === 'string' ? null : records;
  const entries = namedEntries(mentions, known?.entries ?? []);
  if (entries.length === 0) return null;
  return (
    <section class="part">
      <h3>{t('entries_heading')}</h3>
      {entries.map((entry) => (
        <article key={entry.mention.id} class="card">
          <h4>{entry.record?.name ?? entry.mention.name}</h4>
          <p class="soft">{standingOf(entry, t)}</p>
          {known && entry.record && <Pages record={entry.record} records={known} near={near} t={t} />}
          {known && entry.record && <Organisations record={entry.record} records={known} near={near} t={t} />}
        </article>
      ))}
    </section>
  );
}

interface RecordProps {
  readonly record: EntryRecord;
  readonly records: Records;
  readonly near: Nearness;
  readonly t: Translate;
}

function Pages({ record, records, near, t }: RecordProps): JSX.Element | null {
  if (record.pages.length === 0) return null;
  const pages = pagesOf(record, near);
  return (
    <>
      <h5>{t('entry_pages')}</h5>
      <PageList pages={pages.near} records={records} t={t} />
      {pages.far.length > 0 && (
        <details>
          <summary>{t.count('entry_pages_more', pages.far.length)}</summary>
          <PageList pages={pages.far} records={records} t={t} />
        </details>
      )}
    </>
  );
}

type PageListProps = Pick<RecordProps, 'records' | 't'> & { readonly pages: readonly ReferencePage[] };

function PageList({ pages, records, t }: PageListProps): JSX.Element {
  return (
    <ul>
      {pages.map((page) => (
        <li key={page.url}>
          <OutwardLink href={page.url} t={t}>
            {pageName(page, records, t)}
          </OutwardLink>{' '}
          <span class="soft">
            {languageName(page.language, t)} · {t(page.how === 'id' ? 'page_by_id' : 'page_by_name')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Organisations({ record, records, near, t }: RecordProps): JSX.Element {
  return (
    <>
      {organisationLists(record, records, near).map(({ group, organisations }) => (
        <Fragment key={group?.id ?? ''}>
          <h5>{group ? t('entry_organisations_group', group.name) : t('entry_organisations')}</h5>
          <FirstOrganisations organisations={organisations} t={t} />
        </Fragment>
      ))}
    </>
  );
}

function FirstOrganisations({ organisations, t }: OrganisationListProps): JSX.Element {
  const more = organisations.slice(ORGANISATIONS_AT_ONCE);
  return (
    <>
      <OrganisationList organisations={organisations.slice(0, ORGANISATIONS_AT_ONCE)} t={t} />
      {more.length > 0 && (
        <details>
          <summary>{t.count('entry_organisations_more', more.length)}</summary>
          <OrganisationList organisations={more} t={t} />
        </details>
      )}
    </>
  );
}

interface OrganisationListProps {
  readonly organisations: readonly SourceRecord[];
  readonly t: Translate;
}

function OrganisationList({ organisations, t }: OrganisationListProps): JSX.Element {
  return (
    <ul>
      {organisations.map(({ id, home, name, country }) => (
        <li key={id}>
          <OutwardLink href={home} t={t}>
            {name}
          </OutwardLink>{' '}
          <span class="soft">{countryName(country, t)}</span>
        </li>
      ))}
    </ul>
  );
}
