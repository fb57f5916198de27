import { RETRACTION_NATURES, type RetractedPaper, type RetractionNature } from '../../core/retractions.ts';
import { readTable, writeTable } from './table.ts';

/** The month of the upstream file of retractions, which does not say it itself. Change it with the file. */
const AS_OF = '2025-08';

/** The upstream file as a small table: a letter for each nature. */
export function noticesTable(upstream: string, note: string): string {
  const letters = new Map<string, Set<string>>();
  for (const row of readTable(upstream).rows) {
    const doi = (row['doi'] as string).toLowerCase();
    const ofPaper = letters.get(doi) ?? new Set();
    letters.set(doi, ofPaper);
    for (const nature of (row['nature'] as string).split(';')) {
      const letter = LETTERS[nature.toLowerCase().replaceAll(' ', '-') as RetractionNature];
      if (letter === undefined) throw new Error(`"${nature}" of DOI ${doi} is no notice that the list knows.`);
      ofPaper.add(letter);
    }
  }
  const rows = Array.from(letters, ([doi, ofPaper]) => [doi, [...ofPaper].sort().join('')]);
  return writeTable([note, `as of ${AS_OF}`], ['doi', 'natures'], rows);
}

export interface Notices {
  readonly papers: readonly RetractedPaper[];
  readonly asOf: string;
}

export function noticesIn(table: string): Notices {
  const { notes, rows } = readTable(table);
  const papers = rows.map((row) => ({
    doi: row['doi'] as string,
    natures: RETRACTION_NATURES.filter((nature) => row['natures']?.includes(LETTERS[nature])),
  }));
  return { papers, asOf: notes.find((note) => note.startsWith('as of '))?.slice('as of '.length) ?? AS_OF };
}

const LETTERS: Readonly<Record<RetractionNature, string>> = {
  retraction: 'R',
  'expression-of-concern': 'E',
  correction: 'C',
  reinstatement: 'N',
};
