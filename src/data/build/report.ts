import { WEAK } from '../../core/lexicon.ts';
import type { Shipped } from './shipped.ts';

/** What is in the list, in plain text: for people who keep it. */
export function reportOf({ list, version, files }: Shipped): string {
  const { sources, subjects, names, dropped, groups } = list;
  const conditions = subjects.filter(({ kind }) => kind === 'condition');
  const organisations = new Map<string, number>();
  for (const { conditions: ids } of sources) for (const id of ids) organisations.set(id, (organisations.get(id) ?? 0) + 1);
  const sections: readonly (readonly [title: string, rows: Counts])[] = [
    ['Sources by kind', counted(sources, ({ kind }) => [kind])],
    ['Sources by country', counted(sources, ({ country }) => [country])],
    ['Sources by language', counted(sources, ({ languages }) => languages)],
    ['Sources by kind of evidence', counted(sources, ({ evidence }) => [...new Set(evidence.map(({ kind }) => kind))])],
    ['Sources by evidence opened', counted(sources, ({ checked }) => [checked ?? 'never'])],
    ['Entries by kind', counted(subjects, ({ kind }) => [kind])],
    ['Conditions by rarity', counted(conditions, ({ rare }) => [rare ? 'rare' : 'not marked rare'])],
    ['Conditions by pages', counted(conditions, ({ pages }) => [String(pages.length)])],
    [
      'Conditions by work',
      counted(conditions, ({ pages }) => [...new Set(pages.map((page) => /^[a-z-]+[:~]/.exec(page)?.[0] ?? ''))]),
    ],
    ['Conditions by organisations', counted(conditions, ({ id }) => [String(organisations.get(id) ?? 0)])],
    [
      'Conditions by whose organisations they have',
      counted(conditions, ({ id }) => [helpOf(organisations.has(id), groups.has(id))]),
    ],
    ['Names', counted(names, ({ flags }) => [(flags & WEAK) === 0 ? 'count anywhere' : 'count beside a second sign'])],
    ['Names dropped', counted(dropped, ({ why }) => [why.replace(/^is (?!left).*/, 'belong to another entry')])],
    ['Bytes', new Map(Array.from(files, ([file, bytes]) => [file, bytes.length]))],
  ];
  const several = dropped.filter(({ why }) => why.startsWith('means several'));
  return [
    `List ${version.version}`,
    ...sections.flatMap(([title, rows]) => [
      '',
      title,
      ...Array.from(rows, ([key, count]) => `${String(count).padStart(8)}  ${key}`),
    ]),
    '',
    'Names that mean several and nobody has',
    ...several.map(({ text, entries }) => `  ${text}: ${entries.map((entry) => list.entries[entry]?.name).join(' · ')}`),
  ].join('\n');
}

function helpOf(own: boolean, group: boolean): string {
  return own ? 'their own' : group ? "their group's" : 'none';
}

type Counts = ReadonlyMap<string, number>;

/** How many things have each key, the most first. */
function counted<Thing>(things: readonly Thing[], keysOf: (thing: Thing) => readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const thing of things) for (const key of keysOf(thing)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map([...counts].sort(([oneKey, one], [otherKey, other]) => other - one || (oneKey < otherKey ? -1 : 1)));
}
