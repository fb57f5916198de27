import type { Mention } from '../core/assessment.ts';
import { type Nearness, nearestFirst, rankOf } from '../core/nearness.ts';
import type { DiseaseGroup, EntryRecord, PagePart, ReferencePage, SourceRecord } from '../core/records.ts';
import type { Records } from '../messages.ts';
import { ENTRY_KIND_NAMES } from './names.ts';
import { httpsAddress } from './outward-link.tsx';
import type { MessageId, Translate } from './translate.ts';

/** A condition or treatment that a post names, as the list knows it. */
export interface NamedEntry {
  readonly mention: Pick<Mention, 'id' | 'name' | 'kind'>;
  readonly record: EntryRecord | undefined;
}

/** Each once, conditions first. A symptom or a mere topic is shown where there is a page about it: "pain" alone tells nobody anything. */
export function namedEntries(mentions: readonly Mention[], records: readonly EntryRecord[]): readonly NamedEntry[] {
  const once = [...new Map(mentions.map((mention) => [mention.id, mention])).values()];
  const entries = once.map((mention) => ({ mention, record: records.find(({ id }) => id === mention.id) }));
  return conditionsFirst(
    entries.filter(({ mention, record }) => !['symptom', 'topic'].includes(mention.kind) || (record && record.pages.length > 0)),
  );
}

export function conditionsFirst(entries: readonly NamedEntry[]): readonly NamedEntry[] {
  return [...entries].sort((a, b) => Number(b.mention.kind === 'condition') - Number(a.mention.kind === 'condition'));
}

/** An entry's pages that the reader can read, in the order of their languages; all of them when they can read none. And the rest. */
export function pagesOf(
  { pages }: EntryRecord,
  near: Nearness,
): { readonly near: readonly ReferencePage[]; readonly far: readonly ReferencePage[] } {
  const isRead = (page: ReferencePage) => rankOf(page.language, near) < Number.POSITIVE_INFINITY;
  const read = pages.filter(isRead).sort((one, other) => rankOf(one.language, near) - rankOf(other.language, near));
  return read.length === 0 ? { near: pages, far: [] } : { near: read, far: pages.filter((page) => !isRead(page)) };
}

export interface OrganisationList {
  /** The group of diseases that they are for; `null` when they are for the disease itself. */
  readonly group: DiseaseGroup | null;
  readonly organisations: readonly SourceRecord[];
}

/** The patient organisations of an entry, and the others of its group; those near the reader first. No list is empty. */
export function organisationLists(
  { organisations, group }: EntryRecord,
  { sources }: Records,
  near: Nearness,
): readonly OrganisationList[] {
  function listOf(ids: readonly string[]): readonly SourceRecord[] {
    return nearestFirst(
      sources.filter(({ id }) => ids.includes(id)),
      near,
    );
  }

  const ofGroup = group?.organisations.filter((id) => !organisations.includes(id)) ?? [];
  const lists = [
    { group: null, organisations: listOf(organisations) },
    { group, organisations: listOf(ofGroup) },
  ];
  return lists.filter((list) => list.organisations.length > 0);
}

/** The first of an entry's patient organisations, each with the group that it is for. */
export function firstOrganisations(
  record: EntryRecord,
  records: Records,
  near: Nearness,
): readonly (SourceRecord & Pick<OrganisationList, 'group'>)[] {
  const all = organisationLists(record, records, near).flatMap(({ group, organisations }) =>
    organisations.map((organisation) => ({ ...organisation, group })),
  );
  return all.slice(0, ORGANISATIONS_AT_ONCE);
}

/** Some diseases have thirty organisations; nobody reads thirty. */
export const ORGANISATIONS_AT_ONCE = 5;

/** A page's source, and its part where that has several; its host where the source's record is not at hand. */
export function pageName({ source, url, part }: ReferencePage, { sources }: Records, t: Translate): string {
  const address = httpsAddress(url);
  const name = sources.find(({ id }) => id === source)?.name ?? (address === null ? url : new URL(address).hostname);
  return part === null ? name : t('page_part', name, t(PART_NAMES[part]));
}

const PART_NAMES: Readonly<Record<PagePart, MessageId>> = {
  encyclopedia: 'page_part_encyclopedia',
  medicines: 'page_part_medicines',
  series: 'page_part_series',
};

/** What an entry is: rare or not where that is known, and its number at Orphanet. */
export function standingOf({ mention, record }: NamedEntry, t: Translate): string {
  const what =
    record?.rare === true ? t('entry_rare') : record?.rare === false ? t('entry_not_rare') : t(ENTRY_KIND_NAMES[mention.kind]);
  return record?.orpha ? `${what} · ${t('entry_orpha', record.orpha)}` : what;
}
