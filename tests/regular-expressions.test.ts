import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { parseSync } from 'vite';
import { describe, expect, test, vi } from 'vitest';

// Texts, links and names come from a page that may be hostile, and a post may have a megabyte. A regular expression that goes
// back over what it has read takes the square of that, or worse. So none may: neither within a match, nor because a search
// begins anew at every character.

const SRC = join(import.meta.dirname, '../src');

/** Runs on a developer's machine, on files of the project. */
const NOT_SHIPPED = /^(cli|data)\//;

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !NOT_SHIPPED.test(path));

interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

const LITERALS = FILES.flatMap(literalsIn);
const BUILT = await builtOnes();

test('there are regular expressions to look at', () => {
  expect(LITERALS.length).toBeGreaterThan(100);
  expect(BUILT.length).toBeGreaterThan(2);
});

describe('a regular expression takes no more time than its text is long', () => {
  test.each([...LITERALS, ...BUILT])('$where /$source/$flags', ({ source, flags }) => {
    expect(slowParts(source, flags)).toEqual([]);
  });
});

test.each([
  ['(a+)+$', ''],
  ['\\s+$', ''],
  ['^[^/:]+\\.[^/:]+:\\d', ''],
  ['^(?:https?:\\/\\/)?[^\\s/@:]+\\.[^\\s/@:]{2,}(?:[/?#:]\\S*)?$', 'i'],
])('/%s/%s would be found', (source, flags) => {
  expect(slowParts(source, flags)).not.toEqual([]);
});

test.each(FILES.filter((path) => !path.startsWith('core/')))(
  '%s builds none from parts, where nobody would look at it',
  (path) => {
    expect(nodesIn(path).filter(isConstruction)).toEqual([]);
  },
);

function slowParts(source: string, flags: string): readonly string[] {
  const { reports } = analyse({ source, flags });
  return reports.map(
    ({ type, exponential, character }) => `${type}${exponential ? ', exponential' : ''}, for ${JSON.stringify(character.pick)}`,
  );
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

function literalsIn(path: string): readonly Found[] {
  const code = readFileSync(join(SRC, path), 'utf8');
  return nodesIn(path).flatMap(({ regex, start }) =>
    regex ? [{ where: `${path}:${code.slice(0, start).split('\n').length}`, source: regex.pattern, flags: regex.flags }] : [],
  );
}

function nodesIn(path: string): readonly Node[] {
  const { program, errors } = parseSync(path, readFileSync(join(SRC, path), 'utf8'));
  expect(errors, path).toEqual([]);
  const nodes: Node[] = [];
  function collect(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if (typeof (value as Node).type === 'string') nodes.push(value as Node);
    for (const child of Object.values(value)) collect(child);
  }
  collect(program);
  return nodes;
}

function isConstruction({ type, callee }: Node): boolean {
  return (type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp';
}

/** Those that the modules of core put together when they are loaded. */
async function builtOnes(): Promise<readonly Found[]> {
  const found: Found[] = [];
  let where = '';
  const Native = RegExp;
  vi.stubGlobal(
    'RegExp',
    new Proxy(Native, {
      construct(target, [source, flags]) {
        const made = new target(source, flags);
        found.push({ where, source: made.source, flags: made.flags });
        return made;
      },
    }),
  );
  for (const path of FILES.filter((each) => each.startsWith('core/') && nodesIn(each).some(isConstruction))) {
    where = path;
    await import(join(SRC, path));
  }
  vi.unstubAllGlobals();
  return found.filter(({ where: at }) => at.startsWith('core/'));
}
