import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MESSAGES } from './english.ts';
import { gradeOf, sentencesOf, wordsIn } from './reading-grade.ts';

// Grade 8 of a US school is what a person of thirteen reads with ease. It is measured on all English texts of a surface together,
// each with its example filled in, by the formula of Flesch and Kincaid, and on each sentence by itself.

const SRC = join(import.meta.dirname, '../../src');
const HIGHEST = 8;
/** One sentence alone can have a long word that nothing outweighs; one that is shorter than this is but that word. */
const HIGHEST_OF_A_SENTENCE = 12;
const FEWEST_WORDS_ALONE = 8;

/** The entry of each surface. Its texts are those that its modules name. */
const SURFACES: Readonly<Record<string, string>> = {
  badge: 'content/start.ts',
  panel: 'content/panel-script.ts',
  ...Object.fromEntries(
    readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(?!content|background)\w+.main\.tsx?$/.test(path))
      .map((path) => [dirname(path), path]),
  ),
};

const table: string[] = [];
afterAll(() => console.log(['surface: texts, words in sentences, grade', ...table].join('\n')));

test.each(Object.entries(SURFACES))('%s is read at grade 8 or under', (surface, entry) => {
  const texts = textsOf(entry);
  const grade = gradeOf(texts);
  table.push(`${surface}: ${texts.length}, ${wordsIn(sentencesOf(texts).join(' ')).length}, ${grade.toFixed(1)}`);
  expect(texts.length).toBeGreaterThan(3);
  expect(grade).toBeLessThanOrEqual(HIGHEST);
});

const SENTENCES = sentencesOf(Object.values(SURFACES).flatMap(textsOf));

test.each(SENTENCES.filter((sentence) => wordsIn(sentence).length >= FEWEST_WORDS_ALONE))(
  '"%s" is no hard sentence',
  (sentence) => {
    expect(gradeOf([sentence])).toBeLessThanOrEqual(HIGHEST_OF_A_SENTENCE);
  },
);

test('a hard text is found hard', () => {
  expect(
    gradeOf(['Subsequent ascertainment of pathological heterogeneity necessitates multidisciplinary consideration.']),
  ).toBeGreaterThan(20);
  expect(gradeOf(['The cat sat on the mat.', 'It was very glad of it.'])).toBeLessThan(3);
});

/** The texts that a module and all that it imports can show, once each. */
function textsOf(entry: string): readonly string[] {
  const code = [...modulesOf(entry)].map((path) => readFileSync(path, 'utf8')).join('\n');
  const ids = Object.keys(MESSAGES).filter((id) => new RegExp(`['"](${id}|${id.replace(/_(one|other)$/, '')})['"]`).test(code));
  return ids.filter((id) => !['language', 'direction', 'name'].includes(id)).map(filled);
}

function modulesOf(entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path) || relative(SRC, path).startsWith('..') || !/\.tsx?$/.test(path)) return;
    found.add(path);
    for (const [, target] of readFileSync(path, 'utf8').matchAll(/^(?:import|export)(?! type)[^;]*?from '(\.[^']+)';/gms)) {
      follow(join(dirname(path), target as string));
    }
  };
  follow(join(SRC, entry));
  return found;
}

function filled(id: string): string {
  const { message, placeholders = {} } = MESSAGES[id] as (typeof MESSAGES)[string] & {
    readonly placeholders?: Readonly<Record<string, { readonly example?: string }>>;
  };
  return message.replaceAll(/\$(\w+)\$/g, (_, name: string) => placeholders[name.toLowerCase()]?.example ?? name);
}
