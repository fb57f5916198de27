import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../src/cli/source-files.ts';
import { LABEL_NAMES } from '../../src/ui/names.ts';
import { english } from '../ui/english.ts';

const FOLDER = join(ROOT, '.github/ISSUE_TEMPLATE');

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly Field[];
}

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly options?: readonly string[] };
  readonly validations?: { readonly required?: boolean };
}

function form(file: string): Form {
  return parse(readFileSync(join(FOLDER, file), 'utf8'));
}

const FORMS = readdirSync(FOLDER).filter((file) => file !== 'config.yml');

test('what the extension itself reports finds a form that is open to it', () => {
  expect(parse(readFileSync(join(FOLDER, 'config.yml'), 'utf8'))).toEqual({ blank_issues_enabled: true });
});

describe.each(FORMS)('%s', (file) => {
  test('has a name, and a question with a name of its own for each field', () => {
    const { name, description, body } = form(file);
    const asked = body.filter(({ type }) => type !== 'markdown');
    for (const text of [name, description, ...asked.map(({ attributes }) => attributes.label)]) expect(text).toMatch(/\w/);
    const ids = asked.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });

  test('says that it is public before it asks', () => {
    expect(JSON.stringify(form(file).body[0])).toContain('public');
  });
});

test('the form for a wrong mark knows every mark, and asks for no post', () => {
  const { body } = form('wrong-mark.yml');
  const options = body.find(({ id }) => id === 'mark')?.attributes.options;
  expect(options).toEqual([...Object.values(LABEL_NAMES).map((id) => english(id)), 'no mark']);
  expect(JSON.stringify(body[0])).toContain('do not paste the post');
});

test('the form for a source asks for what CONTRIBUTING.md asks for, one by one', () => {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const asked = text.slice(text.indexOf('Tell us:'), text.indexOf('The list says what kind')).match(/^\d\. /gm);
  expect(form('add-source.yml').body.filter(({ type }) => type !== 'markdown')).toHaveLength(asked?.length ?? 0);
});
