import type { MentionKind } from '../../core/assessment.ts';
import { nameKey, wordCount } from './name-key.ts';
import type { Rank } from './names.ts';
import { shortFormOf } from './short-forms.ts';
import { spellingsOf } from './spellings.ts';
import { readTable } from './table.ts';

/** A condition, drug, vaccine, symptom or topic with the names it could have and the pages about it. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly kind: MentionKind;
  readonly rare: boolean | null;
  /** Words as in works.ts. */
  readonly pages: readonly string[];
  readonly names: readonly RankedName[];
  /** Names of diseases of which MONDO says that this is one, caused by a certain gene. */
  readonly formOf: readonly string[];
}

export interface RankedName {
  readonly text: string;
  readonly rank: Rank;
}

/**
 * All subjects of the extracted tables. A topic or page that is joined to a condition becomes part of it: it gives its
 * page and its names; so does one that has a condition's own name.
 */
export function subjectsFrom(extracted: (file: string) => string): readonly Subject[] {
  const subjects = [
    ...readTable(extracted('conditions.tsv')).rows.map(conditionOf),
    ...readTable(extracted('vaccines.tsv')).rows.map((row) => subjectOf(row, 'vaccine')),
    ...readTable(extracted('drugs.tsv')).rows.map((row) => subjectOf(row, 'drug')),
    ...readTable(extracted('symptoms.tsv')).rows.map((row) => subjectOf(row, 'symptom')),
  ];
  const merged = new Merged(subjects);
  for (const file of ['medlineplus-topics.tsv', 'nhs-pages.tsv']) {
    for (const row of readTable(extracted(file)).rows) merged.add(subjectOf(row, 'topic'));
  }
  return merged.subjects;
}

/** Subjects under their names and pages, so that a topic finds the one it belongs to. */
class Merged {
  readonly subjects: Subject[] = [];
  private readonly byName = new Map<string, number>();
  private readonly byPage = new Map<string, number>();

  constructor(subjects: readonly Subject[]) {
    for (const subject of subjects) this.append(subject);
  }

  add(topic: Subject): void {
    const page = topic.pages[0] as string;
    const joined = page.replace(':', '~');
    const number = this.byPage.get(joined) ?? this.byName.get(nameKey(topic.name));
    const subject = number === undefined ? undefined : this.subjects[number];
    if (number === undefined || subject === undefined) this.append(topic);
    else {
      const names = [...subject.names, ...topic.names.map(({ text }): RankedName => ({ text, rank: 'topic title' }))];
      this.subjects[number] = { ...subject, names, pages: [...new Set([...subject.pages, joined])] };
    }
  }

  private append(subject: Subject): void {
    const number = this.subjects.push(subject) - 1;
    for (const page of subject.pages) if (!this.byPage.has(page)) this.byPage.set(page, number);
    for (const { text, rank } of subject.names) {
      const key = nameKey(text);
      if (OWN_RANKS.includes(rank) && !this.byName.has(key)) this.byName.set(key, number);
    }
  }
}

/** Names that tell that a topic is the same thing. */
const OWN_RANKS: readonly Rank[] = ['own name', 'exact synonym', 'symptom'];

type Row = Readonly<Record<string, string>>;

function conditionOf(row: Row): Subject {
  const label = row['label'] as string;
  const short = shortFormOf(label);
  return {
    id: row['id'] as string,
    name: label,
    kind: 'condition',
    // That no source marks a disease as rare does not make it a common one.
    rare: row['rare'] === '1' ? true : null,
    pages: wordsIn(row['pages']),
    formOf: namesIn(row['form_of']),
    names: [
      ...spelled(label, 'own name'),
      ...namesIn(row['exact']).flatMap((name) => spelled(name, 'exact synonym')),
      ...namesIn(row['listed']).flatMap((name) => spelled(name, 'listed synonym')),
      // Two letters mean too much; those that patients use are decided by hand.
      ...namesIn(row['abbreviations'])
        .filter((text) => text.length > 2)
        .map((text): RankedName => ({ text, rank: 'abbreviation' })),
      ...(short === null ? [] : [{ text: short, rank: 'short form' } as const]),
    ],
  };
}

function subjectOf(row: Row, kind: MentionKind): Subject {
  const name = row['name'] as string;
  // A symptom gives way to a condition or topic of its name, because it has no page.
  const [own, other]: readonly [Rank, Rank] = kind === 'symptom' ? ['symptom', 'symptom'] : ['own name', 'exact synonym'];
  return {
    id: row['id'] as string,
    name,
    kind,
    rare: null,
    pages: wordsIn(row['pages']),
    formOf: [],
    names: [...spelled(name, own), ...namesIn(row['names']).flatMap((text) => spelled(text, other))],
  };
}

/** Nobody writes a name of more words, nor another spelling of one of more than these. */
const LONGEST_WRITTEN = 7;
const LONGEST_RESPELLED = 5;

/** A name and its other spellings, which give way to everybody's own. */
function spelled(name: string, rank: Rank): readonly RankedName[] {
  const words = wordCount(name);
  if (words > LONGEST_WRITTEN) return [];
  const [spoken = name, ...others] = spellingsOf(name);
  const respelled = words > LONGEST_RESPELLED ? [] : others;
  return [{ text: spoken, rank }, ...respelled.map((text): RankedName => ({ text, rank: 'other spelling' }))];
}

function namesIn(cell: string | undefined): readonly string[] {
  return (cell ?? '').split('|').filter((name) => name !== '');
}

function wordsIn(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(' ').filter((word) => word !== '');
}
