import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// One file for each row, in a folder of its own with our biome.json; Biome says which of them break the rule.

const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['src/core/a.ts', './post.ts'],
  ['src/sites/a.ts', '../core/post.ts'],
  ['src/ui/a.tsx', '../core/assessment.ts'],
  ['src/ui/a.tsx', '../messages.ts'],
  ['src/ui/a.tsx', 'preact/hooks'],
  ['src/content/a.ts', '../sites/index.ts'],
  ['src/content/a.ts', '../ui/badge.tsx'],
  ['src/content/a.ts', '../messages.ts'],
  ['src/content/a.ts', '../settings.ts'],
  ['src/content/a.ts', '../translate.ts'],
  ['src/content/a.ts', '../core/post.ts'],
  ['src/content/a.ts', 'webextension-polyfill'],
  ['src/background/a.ts', '../core/engine.ts'],
  ['src/background/a.ts', '../data/generated/index.bin?url'],
  ['src/background/a.ts', '../messages.ts'],
  ['src/background/a.ts', 'webextension-polyfill'],
  ['src/popup/a.tsx', 'webextension-polyfill'],
  ['src/popup/a.tsx', '../sites/index.ts'],
  ['src/options/a.tsx', 'webextension-polyfill'],
  ['src/demo/a.tsx', 'webextension-polyfill'],
  ['src/attribution/a.tsx', '../ui/page.ts'],
  ['src/attribution/a.tsx', '../../node_modules/idb/LICENSE?raw'],
  ['src/attribution/a.tsx', '../../node_modules/idb/package.json'],
  ['src/messages.ts', 'webextension-polyfill'],
  ['src/settings.ts', 'webextension-polyfill'],
  ['src/translate.ts', 'webextension-polyfill'],
  ['src/data/a.ts', '../core/lexicon.ts'],
  ['src/data/build/a.ts', '../schema.ts'],
  ['src/data/build/a.ts', '../../core/lexicon.ts'],
  ['src/cli/a.ts', '../core/engine.ts'],
];

const FORBIDDEN: readonly (readonly [file: string, imported: string])[] = [
  ['src/core/b.ts', '../messages.ts'],
  ['src/core/b.ts', '../sites/site.ts'],
  ['src/core/b.ts', '../data/generated/index.bin'],
  ['src/core/b.ts', 'node:fs'],
  ['src/core/b.ts', 'idb'],
  ['src/core/b.ts', 'tldts'],
  ['src/core/b.ts', 'webextension-polyfill'],
  ['src/sites/b.ts', '../content/watch.ts'],
  ['src/sites/b.ts', '../ui/badge.tsx'],
  ['src/sites/b.ts', '../messages.ts'],
  ['src/sites/b.ts', 'webextension-polyfill'],
  ['src/ui/b.tsx', '../sites/site.ts'],
  ['src/ui/b.tsx', '../settings.ts'],
  ['src/ui/b.tsx', '../content/watch.ts'],
  ['src/ui/b.tsx', 'webextension-polyfill'],
  ['src/content/b.ts', '../background/store.ts'],
  ['src/content/b.ts', '../data/schema.ts'],
  ['src/content/b.ts', 'idb'],
  ['src/background/b.ts', '../content/watch.ts'],
  ['src/background/b.ts', '../sites/index.ts'],
  ['src/background/b.ts', '../ui/badge.tsx'],
  ['src/background/b.ts', '../data/schema.ts'],
  ['src/popup/b.tsx', '../background/store.ts'],
  ['src/options/b.tsx', '../content/watch.ts'],
  ['src/attribution/b.tsx', '../data/schema.ts'],
  ['src/attribution/b.tsx', '../../node_modules/idb/build/index.js'],
  ['src/data/b.ts', '../content/gate.ts'],
  ['src/data/build/b.ts', '../../content/gate.ts'],
  ['src/data/build/b.ts', '../../messages.ts'],
  ['src/data/b.ts', 'webextension-polyfill'],
  ['src/cli/b.ts', 'webextension-polyfill'],
  ['tests/core/b.ts', 'webextension-polyfill'],
];

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

let folder: string;
let refused: ReadonlySet<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lived-and-cited-imports-'));
  const { $schema, vcs, ...config } = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  for (const [file, imported] of [...ALLOWED, ...FORBIDDEN]) {
    const path = join(folder, probe(file, imported));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `import { a } from '${imported}';\n\nexport const b = a;\n`);
  }
  const biome = join(import.meta.dirname, '../../node_modules/.bin/biome');
  const args = ['lint', '--max-diagnostics=none', '--reporter=json', '.'];
  const { stdout } = spawnSync(biome, args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  const { diagnostics } = JSON.parse(stdout);
  const found = (diagnostics as readonly Diagnostic[]).filter(({ category }) => category === 'lint/style/noRestrictedImports');
  refused = new Set(found.map(({ location }) => location.path));
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(ALLOWED)('%s may import %s', (file, imported) => {
  expect(refused).not.toContain(probe(file, imported));
});

test.each(FORBIDDEN)('%s may not import %s', (file, imported) => {
  expect(refused).toContain(probe(file, imported));
});

/** `src/core/a.ts`, `node:fs` → `src/core/a--node-fs.ts`; files named in the configuration itself keep their name. */
function probe(file: string, imported: string): string {
  return /^src\/\w+\.ts$/.test(file) ? file : file.replace(/\.tsx?$/, `--${imported.replace(/\W+/g, '-')}$&`);
}
