import type { DoctorSheet } from '../core/handover.ts';
import type { Nearness } from '../core/nearness.ts';
import type { EntryRecord } from '../core/records.ts';
import type { Records } from '../messages.ts';
import { conditionsFirst, firstOrganisations, pageName, pagesOf, standingOf } from '../ui/entry-pages.ts';
import { countryName, FLAG_NAMES, KIND_NAMES, languageName } from '../ui/names.ts';
import type { Translate } from '../ui/translate.ts';

/** A part of the sheet with its lines. */
export interface Section {
  readonly heading: string;
  readonly about: string | null;
  readonly items: readonly Item[];
}

/** A line that can be left out. */
export interface Item {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  readonly flags: readonly string[];
  readonly address: string | null;
}

/** What is cited, then what there is to read about each condition and treatment that is named. */
export function sectionsOf(sheet: DoctorSheet, records: Records | null, near: Nearness, t: Translate): readonly Section[] {
  const entries = (records?.entries ?? []).map((record) => ({ mention: record, record }));
  const named = conditionsFirst(entries).flatMap((entry) => {
    const items = records && entry.record ? itemsAbout(entry.record, records, near, t) : [];
    return items.length === 0 ? [] : [{ heading: t('doctor_about', entry.mention.name), about: standingOf(entry, t), items }];
  });
  const cited = citedItems(sheet, records, t);
  return cited.length === 0 ? named : [{ heading: t('doctor_cited'), about: null, items: cited }, ...named];
}

function citedItems({ cited }: DoctorSheet, records: Records | null, t: Translate): readonly Item[] {
  const items = cited.map(({ source, name, kind, flags, address }) => {
    const record = records?.sources.find(({ id }) => id === source);
    const where = address ?? record?.home ?? null;
    return {
      key: `cited ${source} ${where}`,
      name,
      detail: t(KIND_NAMES[kind]),
      flags: flags.map((flag) => t(FLAG_NAMES[flag])),
      address: where,
    };
  });
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

function itemsAbout(record: EntryRecord, records: Records, near: Nearness, t: Translate): readonly Item[] {
  const pages = pagesOf(record, near).near.map((page) => ({
    key: `${record.id} ${page.url}`,
    name: pageName(page, records, t),
    detail: languageName(page.language, t),
    flags: [],
    address: page.url,
  }));
  const organisations = firstOrganisations(record, records, near).map(({ id, name, country, home, group }) => ({
    key: `${record.id} ${id}`,
    name,
    detail: [t('kind_patient_organisation'), ...(group ? [t('entry_for_group', group.name)] : []), countryName(country, t)].join(
      ' · ',
    ),
    flags: [],
    address: home,
  }));
  return [...pages, ...organisations];
}
