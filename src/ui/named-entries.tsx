import type { JSX } from 'preact';
import type { Mention } from '../core/assessment.ts';
import type { EntryRecord, ReferencePage } from '../core/records.ts';
import type { MarkProps } from './mark.tsx';
import { ENTRY_KIND_NAMES, languageName } from './names.ts';
import { httpsAddress, OutwardLink } from './outward-link.tsx';
import type { Translate } from './translate.ts';

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
              {sourceName(page, records)}
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
  const organisations = listed.filter(({ id }) => record.organisations.includes(id));
  if (organisations.length === 0) return null;
  return (
    <>
      <h5>{t('entry_organisations')}</h5>
      <ul>
        {organisations.map((organisation) => (
          <li key={organisation.id}>
            <OutwardLink href={organisation.home} t={t}>
              {organisation.name}
            </OutwardLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The name of a page's source; its host where the source's record is not at hand. */
function sourceName(page: ReferencePage, records: MarkProps['records']): string {
  const source = typeof records === 'string' ? undefined : records.sources.find(({ id }) => id === page.source);
  const address = httpsAddress(page.url);
  return source?.name ?? (address === null ? page.url : new URL(address).hostname);
}
