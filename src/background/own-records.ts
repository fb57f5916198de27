import { idOfOwn, isOwn, recordOfOwn } from '../core/own-sources.ts';
import type { Settings } from '../core/settings.ts';
import type { RecordIds, Records } from '../messages.ts';

export interface RecordNeeds {
  listed(wanted: RecordIds): Promise<Records>;
  settings(): Promise<Settings>;
}

/** The records behind an assessment: those of the list, and those of the reader's own sources, which only the settings have. */
export async function withOwnRecords(wanted: RecordIds, needs: RecordNeeds): Promise<Records> {
  const own = new Set(wanted.sources.filter(isOwn));
  const listed = await needs.listed({ ...wanted, sources: wanted.sources.filter((id) => !own.has(id)) });
  if (own.size === 0) return listed;
  const { ownSources } = await needs.settings();
  return { ...listed, sources: [...ownSources.filter((source) => own.has(idOfOwn(source))).map(recordOfOwn), ...listed.sources] };
}
