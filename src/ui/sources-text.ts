import type { Assessment } from '../core/assessment.ts';
import { addressOf } from '../core/citation-address.ts';
import type { Nearness } from '../core/nearness.ts';
import type { ListVersion } from '../core/records.ts';
import type { Records } from '../messages.ts';
import { citedSources } from './cited-source.ts';
import { firstOrganisations, namedEntries, pageName, pagesOf } from './entry-pages.ts';
import { FLAG_NAMES, KIND_NAMES } from './names.ts';
import type { Translate } from './translate.ts';

/**
 * What a panel leads to, as plain text to paste anywhere: names and addresses, nothing of the post.
 *
 *     Orphanet (Medical reference work)
 *     https://www.orpha.net/en/disease/detail/558
 */
export function sourcesText(
  { citations, mentions }: Assessment,
  records: Records,
  near: Nearness,
  list: ListVersion | null,
  t: Translate,
): string {
  const cited = citedSources(citations).map(({ id, name, kind, citations }) => {
    const pages = citations.flatMap((citation) => {
      const address = addressOf(citation);
      return address === null ? [] : [[address, ...citation.flags.map((flag) => t(FLAG_NAMES[flag]))].join(' · ')];
    });
    const home = records.sources.find((record) => record.id === id)?.home;
    return [`${name} (${t(KIND_NAMES[kind])})`, ...(pages.length > 0 ? pages : home ? [home] : [])];
  });
  const named = namedEntries(mentions, records.entries).flatMap(({ record }) => {
    if (!record) return [];
    const pages = pagesOf(record, near).near.map((page) => `${pageName(page, records, t)}: ${page.url}`);
    const bodies = firstOrganisations(record, records, near).map(({ name, home, group }) =>
      [`${name}: ${home}`, ...(group ? [t('entry_for_group', group.name)] : [])].join(' · '),
    );
    return pages.length + bodies.length === 0 ? [] : [[record.name, ...pages, ...bodies]];
  });
  const paragraphs = [...cited, ...named].map((lines) => lines.join('\n'));
  return [...paragraphs, ...(list ? [t('copy_made_by', list.version)] : [])].join('\n\n');
}
