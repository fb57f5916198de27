import type { JSX } from 'preact';
import type { Mention } from '../core/assessment.ts';
import type { EntryRecord, PagePart, ReferencePage, SourceRecord } from '../core/records.ts';
import type { MarkProps } from './mark.tsx';
import { countryName, ENTRY_KIND_NAMES, languageName } from './names.ts';
import { httpsAddress, OutwardLink } from './outward-link.tsx';
import type { MessageId, Translate } from './translate.ts';

export interface NamedEntriesProps {
  readonly mentions: readonly Mention[];
  readonly records: MarkProps['records'];
  readonly t: Translate;
}

/** The conditions and treatments that the post names, with the pages of the list about them. */
export function NamedEntries({ mentions, records, t }: NamedEntriesProps): JSX.Element | null {
  const entries = namedEntries(mentions, records);
  if (entries.length === 0) return null;
  return (
    <section class="part">
      <h3>{t('entries_heading')}</h3>
      {entries.map(({ mention, record }) => (
        <article key={mention.id} class="card">
          <h4>{record?.name ?? mention.name}</h4>
          <p class="soft">{standing(mention, record, t)}</p>
          {record && <Pages record={record} records={records} t={t} />}
          {record && <Organisations record={record} records={records} t={t} />}
        </article>
      ))}
    </section>
  );
}

interface NamedEntry {
  readonly mention: Mention;
  readonly record: EntryRecord | undefined;
}

/** Each once, conditions first. A symptom or a mere topic is shown where there is a page about it: "pain" alone tells nobody anything. */
function namedEntries(mentions: readonly Mention[], records: MarkProps['records']): readonly NamedEntry[] {
  const once = [...new Map(mentions.map((mention) => [mention.id, mention])).values()];
  const known = typeof records === 'string' ? [] : records.entries;
  const entries = once.map((mention) => ({ mention, record: known.find(({ id }) => id === mention.id) }));
  return entries
    .filter(({ mention, record }) => !['symptom', 'topic'].includes(mention.kind) || (record && record.pages.length > 0))
    .sort((a, b) => Number(b.mention.kind === 'condition') - Number(a.mention.kind === 'condition'));
}

function standing({ kind }: Mention, record: EntryRecord | undefined, t: Translate): string {
  const what = record?.rare === true ? t('entry_rare') : record?.rare === false ? t('entry_not_rare') : t(ENTRY_KIND_NAMES[kind]);
  return record?.orpha ? `${what} · ${t('entry_orpha', record.orpha)}` : what;
}

interface RecordProps {
  readonly record: EntryRecord;
  readonly records: MarkProps['records'];
  readonly t: Translate;
}

function Pages({ record, records, t }: RecordProps): JSX.Element | null {
  if (record.pages.length === 0) return null;
  return (
    <>
      <h5>{t('entry_pages')}</h5>
      <ul>
        {record.pages.map((page) => (
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
    </>
  );
}

function Organisations({ record, records, t }: RecordProps): JSX.Element | null {
  const listed = typeof records === 'string' ? [] : records.sources;
  const organisations = nearestFirst(
    listed.filter(({ id }) => record.organisations.includes(id)),
    t('language'),
  );
  if (organisations.length === 0) return null;
  const more = organisations.slice(SHOWN_AT_ONCE);
  return (
    <>
      <h5>{t('entry_organisations')}</h5>
      <OrganisationList organisations={organisations.slice(0, SHOWN_AT_ONCE)} t={t} />
      {more.length > 0 && (
        <details>
          <summary>{t.count('entry_organisations_more', more.length)}</summary>
          <OrganisationList organisations={more} t={t} />
        </details>
      )}
    </>
  );
}

/** Some diseases have thirty organisations; nobody reads thirty. */
const SHOWN_AT_ONCE = 5;

function OrganisationList({
  organisations,
  t,
}: {
  readonly organisations: readonly SourceRecord[];
  readonly t: Translate;
}): JSX.Element {
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

/** International bodies first, then those that write in the reader's language, then the others; otherwise as listed. */
function nearestFirst(organisations: readonly SourceRecord[], language: string): readonly SourceRecord[] {
  const [tongue] = language.split('-');
  function distance({ country, languages }: SourceRecord): number {
    const isRead = languages.some((one) => one.split('-')[0] === tongue);
    return (isRead ? 0 : 2) + (country === 'INT' ? 0 : 1);
  }
  return [...organisations].sort((one, other) => distance(one) - distance(other));
}

const PART_NAMES: Readonly<Record<PagePart, MessageId>> = {
  encyclopedia: 'page_part_encyclopedia',
  medicines: 'page_part_medicines',
  series: 'page_part_series',
};

function pageName(page: ReferencePage, records: MarkProps['records'], t: Translate): string {
  const source = sourceName(page, records);
  return page.part === null ? source : t('page_part', source, t(PART_NAMES[page.part]));
}

/** The name of a page's source; its host where the source's record is not at hand. */
function sourceName(page: ReferencePage, records: MarkProps['records']): string {
  const source = typeof records === 'string' ? undefined : records.sources.find(({ id }) => id === page.source);
  const address = httpsAddress(page.url);
  return source?.name ?? (address === null ? page.url : new URL(address).hostname);
}
