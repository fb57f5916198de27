import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MESSAGES } from './english.ts';

const ROOT = join(import.meta.dirname, '../..');

const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'))
  .concat(readFileSync(join(ROOT, 'manifest.json'), 'utf8'))
  .join('\n');

describe('the English texts', () => {
  test.each(Object.keys(MESSAGES))('%s is used', (id) => {
    const [base] = id.split(/_(zero|one|two|few|many|other)$/);
    expect(new RegExp(`['"](__MSG_)?(${id}|${base})(__)?['"]`).test(SOURCES)).toBe(true);
  });

  test.each(Object.entries(MESSAGES))(
    '%s has a placeholder for each of its gaps, in order',
    (_, { message, placeholders = {} }) => {
      const gaps = new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase()));
      expect(gaps).toEqual(new Set(Object.keys(placeholders)));
      expect(Object.values(placeholders).map(({ content }) => content)).toEqual(
        Object.keys(placeholders).map((_, at) => `$${at + 1}`),
      );
    },
  );

  test("the description fits the browsers' lists", () => {
    expect(MESSAGES['description']?.message.length).toBeLessThanOrEqual(132);
  });
});
