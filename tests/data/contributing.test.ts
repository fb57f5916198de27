import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { answerFor } from '../../src/cli/label-format.ts';
import { shippedEngine } from '../../src/cli/shipped-engine.ts';
import { OTHER_KINDS, RECOGNISED_KINDS } from '../../src/core/source.ts';
import { type Problem, problemLine } from '../../src/data/build/fields.ts';
import { sourcesIn } from '../../src/data/schema.ts';
import { EVIDENCE_NAMES } from '../../src/ui/names.ts';

// CONTRIBUTING.md is for people who cannot see from the code whether it is true.

const ROOT = join(import.meta.dirname, '../..');
const CURATED = join(ROOT, 'src/data/curated');
const GUIDE = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** The rows of the table whose first column has that heading, cell by cell. */
function tableOf(heading: string): readonly (readonly string[])[] {
  const [, after] = GUIDE.split(`\n| ${heading} |`);
  const lines = (after ?? '').split('\n\n', 1)[0]?.split('\n').slice(2) ?? [];
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function codesIn(cell: string | undefined): readonly string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code as string);
}

const firstColumn = (heading: string) => tableOf(heading).flatMap(([first]) => codesIn(first));
const EXAMPLE = /```yaml\n([\s\S]+?)```/.exec(GUIDE)?.[1] ?? '';

describe('what CONTRIBUTING says of a record', () => {
  test('the example is a record of the list, word for word, and right', () => {
    const file = /One from the list, in `([^`]+)`/.exec(GUIDE)?.[1] as string;
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(`\n\n${EXAMPLE}`);
    const problems: Problem[] = [];
    expect(sourcesIn('example', EXAMPLE, problems)).toHaveLength(1);
    expect(problems.map(problemLine)).toEqual([]);
  });

  test('every kind of source and of evidence is explained, and no other', () => {
    expect(firstColumn('kind')).toEqual([...RECOGNISED_KINDS, ...OTHER_KINDS]);
    expect(firstColumn('evidence')).toEqual(Object.keys(EVIDENCE_NAMES));
  });

  test('every field that the list uses is explained, and no other', () => {
    const used = ['sources', 'organisations'].flatMap((folder) =>
      readdirSync(join(CURATED, folder)).flatMap((file) =>
        [...readFileSync(join(CURATED, folder, file), 'utf8').matchAll(/^(?:- | {2})([a-z]+):/gm)].map(([, field]) => field),
      ),
    );
    expect(new Set(firstColumn('field'))).toEqual(new Set(used));
  });

  const always = tableOf('field').filter(([, , there]) => /^(always$|at least)/.test(there ?? ''));
  test.each(always.flatMap(([first]) => codesIn(first)))('"%s" may not be left out', (field) => {
    const problems: Problem[] = [];
    const [{ [field]: _, ...rest }] = parse(EXAMPLE) as [Record<string, unknown>];
    sourcesIn('example', JSON.stringify([rest]), problems);
    expect(problems.map((problem) => problem.field)).toContain(field);
  });

  const optional = tableOf('field').filter(([, , there]) => /^(if any|where it matters)$/.test(there ?? ''));
  test.each(optional.flatMap(([first]) => codesIn(first)))('"%s" may be left out', (field) => {
    const problems: Problem[] = [];
    const [{ [field]: _, ...rest }] = parse(EXAMPLE) as [Record<string, unknown>];
    sourcesIn('example', JSON.stringify([rest]), problems);
    expect(problems.map(problemLine)).toEqual([]);
  });
});

const engine = shippedEngine();
test.each(tableOf('sentence') as [string, string][])('in "%s" counts: %s', (sentence, counts) => {
  const { mentions } = answerFor(JSON.stringify({ id: 'a', text: sentence }), engine);
  const counted = [...counts.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => expect.stringMatching(new RegExp(`\\b${name}$`)));
  expect(mentions.map(({ text }) => text)).toEqual(counted);
});
