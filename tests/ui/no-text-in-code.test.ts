import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsInCode } from './texts-in-code.ts';

const SRC = join(import.meta.dirname, '../../src');

/** They have no words for the reader of a page; each says so in its own tests, or speaks to developers. */
const SILENT = /^(core|data|cli|sites|background|public)\//;

/** Files whose words are no texts of ours. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'demo/posts.ts': 'invented posts in English, the one language that the reader of experience reads',
  'demo/x-post.tsx': "the words that X puts around a post: the adapter must read past them, they are not the extension's",
  'demo/facebook-post.tsx': 'the same, of Facebook',
  'attribution/origins.ts': 'names of works, and credits in the words that their licences ask for',
  'attribution/libraries.ts': 'a notice in the words that its licence asks for',
};

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !SILENT.test(path));

describe('what a reader sees is no text in the code', () => {
  test.each(FILES.filter((path) => !(path in EXCEPTIONS)))('%s', (path) => {
    const found = textsInCode(path, readFileSync(join(SRC, path), 'utf8'));
    const advice = found.map(({ line, text }) => `src/${path}:${line} says "${text}": put it into _locales and use its id.`);
    expect(advice).toEqual([]);
  });

  test.each(Object.keys(EXCEPTIONS))('%s is an exception, and is one', (path) => {
    expect(FILES).toContain(path);
    expect(textsInCode(path, readFileSync(join(SRC, path), 'utf8'))).not.toEqual([]);
  });
});

test.each([
  ['<p>Hello</p>', 'Hello'],
  ['<p>{t("id")} and more</p>', 'and more'],
  ['<p>{known ? "Known" : t("id")}</p>', 'Known'],
  ['<p>{known && `Known by $' + '{name}`}</p>', 'Known by'],
  ['<button aria-label="Close" />', 'Close'],
  ['<img alt={known ? "A cat" : ""} />', 'A cat'],
  ['<input placeholder="example.org" />', 'example.org'],
  ['<Switch explanation="Sites" />', 'Sites'],
  ['function name() { return "Posts of today"; }', 'Posts of today'],
  ['document.title = "Settings"', 'Settings'],
  ['link.textContent = known ? t("id") : "Unknown"', 'Unknown'],
  ['throw explain("Nothing could be read.")', 'Nothing could be read.'],
])('a text is found in %s', (code, text) => {
  expect(textsInCode('page.tsx', code).map((found) => found.text)).toEqual([text]);
});

test.each([
  '<p class="plain flags">{t("id")} · {count}</p>',
  '<a target="_blank" rel="noopener noreferrer" id={known ? "known one" : undefined}>{t("id")}</a>',
  '<p>{kind === "condition" ? t("id") : t(NAMES["other"])}</p>',
  'throw new Error("The engine has no model.")',
  'root.querySelector("div button > span")',
  'const BOXES = \'div[style="position: absolute"]:empty\'',
  'import { t } from "./some file.ts"',
  'pen.font = "500 12px system-ui, sans-serif"',
  'const KINDS: Record<"one two", string> = { symptom: "entry_kind_symptom" }',
])('no text is found in %s', (code) => {
  expect(textsInCode('page.tsx', code)).toEqual([]);
});
