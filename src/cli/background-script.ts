import type { Plugin, ResolvedConfig } from 'vite';
import { buildBeside } from './build-beside.ts';

/**
 * Builds the background once more, into one classic script, and has the manifest name that.
 *
 * As crxjs builds it, it is a module that loads six others: the pages of the extension share them. A background starts again and
 * again while a feed is read, and its first answer waits for that: Chromium keeps compiled code of classic scripts only.
 */
export function backgroundScript(entry: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'the background in one script',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const manifest = bundle['manifest.json'];
        const loader = bundle[LOADER];
        if (manifest?.type !== 'asset' || loader?.type !== 'asset')
          throw new Error(`crxjs builds another manifest or background than it did: mend src/cli/background-script.ts.`);
        const { background, ...rest } = JSON.parse(String(manifest.source)) as { readonly background: object };
        manifest.source = JSON.stringify({ ...rest, background: { ...background, type: undefined } }, null, 2);
        loader.source = await scriptOf(entry, config, Object.keys(bundle));
        for (const [file, output] of Object.entries(bundle))
          if (output.type === 'chunk' && output.facadeModuleId?.endsWith(entry)) delete bundle[file];
      },
    },
  };
}

/** What the manifest names: crxjs's own name for a script that loads the module. */
const LOADER = 'service-worker-loader.js';

/** The code of a script. The files that it reads must be in the package already. */
async function scriptOf(entry: string, config: ResolvedConfig, packaged: readonly string[]) {
  const outputs = await buildBeside(config, {
    publicDir: false,
    build: { assetsInlineLimit: 0, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  });
  const [script, ...others] = outputs.filter(({ type }) => type === 'chunk');
  const unpackaged = outputs.filter(({ type, fileName }) => type === 'asset' && !packaged.includes(fileName));
  if (script?.type !== 'chunk' || others.length > 0 || unpackaged.length > 0)
    throw new Error(`${entry} was not built into one script over the packaged files.`);
  return script.code;
}
