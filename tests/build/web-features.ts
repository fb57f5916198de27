import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type Vendor = 'chrome' | 'firefox';

interface Node {
  readonly __compat?: { readonly support: Readonly<Record<string, Support | readonly Support[]>> };
  readonly [key: string]: unknown;
}

interface Support {
  readonly version_added: string | false | null;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly alternative_name?: string;
}

// Read as a file: as a module its 20 MB would go through the test runner's compiler.
const DATA: Node = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'));

/**
 * The version that first had a feature, switched on and under its own name: `featureSince('api.URL.canParse_static', 'chrome')`
 * is 120. `Infinity` when none has it; `null` when MDN's data do not know the feature.
 */
export function featureSince(path: string, vendor: Vendor): number | null {
  const node = path.split('.').reduce<Node | undefined>((at, key) => at?.[key] as Node | undefined, DATA);
  const told = node?.__compat?.support[vendor];
  if (told === undefined) return null;
  const usable = [told].flat().filter(({ flags, prefix, alternative_name }) => !flags && !prefix && !alternative_name);
  return Math.min(...usable.map(({ version_added }) => versionNumber(version_added)));
}

/** Every name that a script can reach for (of a web API, of the language, of a style), with the first version that had one. */
export function scriptNames(vendor: Vendor): ReadonlyMap<string, number> {
  const earliest = new Map<string, number>();
  const scripting = [...pathsBelow('api'), ...pathsBelow('javascript.builtins')];
  const styles = pathsBelow('css.properties').filter((path) => path.split('.').length === 3);
  for (const path of [...scripting, ...styles]) {
    const name = path
      .slice(path.lastIndexOf('.') + 1)
      .replace(/_static$/, '')
      .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    earliest.set(name, Math.min(earliest.get(name) ?? Number.POSITIVE_INFINITY, featureSince(path, vendor) as number));
  }
  return earliest;
}

/** The paths of MDN's features that a style sheet uses: properties, their keywords, functions, pseudo-classes, at-rules. */
export function featuresOfStyles(css: string): readonly string[] {
  const plain = css.replace(/\/\*.*?\*\/|"[^"]*"/gs, ' ');
  const declarations = [...plain.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].flatMap(
    ([, property = '', value = '']) => [
      `css.properties.${property}`,
      ...[...value.matchAll(/(?<![\w-])[a-z][a-z-]*(?![\w(-])/g)].map(([keyword]) => `css.properties.${property}.${keyword}`),
      ...[...value.matchAll(/(?<![\w-])[a-z][a-z-]*(?=\()/g)].flatMap(([name]) => pathsNamed('css.types', name)),
    ],
  );
  const preludes = [...plain.matchAll(/(?<=^|[{};])\s*([^{};]+)(?=\{)/g)].flatMap(([, prelude = '']) => [
    ...[...prelude.matchAll(/:([a-z-]+)/g)].map(([, name]) => `css.selectors.${name}`),
    ...[...prelude.matchAll(/@([a-z-]+)/g)].map(([, name]) => `css.at-rules.${name}`),
    ...[...prelude.matchAll(/@media[^{]*\(([a-z-]+)/g)].map(([, name]) => `css.at-rules.media.${name}`),
    ...(prelude.includes('&') ? ['css.selectors.nesting'] : []),
  ]);
  return [...new Set([...declarations, ...preludes])].filter((path) => featureSince(path, 'chrome') !== null).sort();
}

function pathsNamed(root: string, name: string): readonly string[] {
  const found = pathsBelow(root).filter((path) => path.endsWith(`.${name}`));
  const earliest = Math.min(...found.map((path) => featureSince(path, 'chrome') as number));
  return found.filter((path) => featureSince(path, 'chrome') === earliest).slice(0, 1);
}

function pathsBelow(root: string): readonly string[] {
  return walk(
    root.split('.').reduce<Node>((at, key) => at[key] as Node, DATA),
    root,
  );
}

function walk(node: Node, path: string): readonly string[] {
  return Object.entries(node).flatMap(([key, below]) => {
    if (key === '__compat') return [];
    const here = `${path}.${key}`;
    return [...((below as Node).__compat ? [here] : []), ...walk(below as Node, here)];
  });
}

function versionNumber(version: string | false | null): number {
  return version === false || version === null || version === 'preview'
    ? Number.POSITIVE_INFINITY
    : Number(version.replace('≤', ''));
}
