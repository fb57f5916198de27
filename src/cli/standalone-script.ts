import type { Plugin, ResolvedConfig } from 'vite';
import { buildBeside } from './build-beside.ts';

/**
 * Builds a script into one file that loads no other, at its own path with `.js`: for scripts that the background puts into a page.
 * The one that a manifest names is built by crxjs, in the same way.
 */
export function standaloneScript(entry: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: `standalone script ${entry}`,
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async generateBundle() {
      const { resolve, build } = config;
      const outputs = await buildBeside(config, {
        resolve: { alias: resolve.alias },
        build: { sourcemap: build.sourcemap, lib: { entry, formats: ['iife'], name: 'script' } },
      });
      const script = outputs.find((output) => output.type === 'chunk');
      const map = outputs.find((output) => output.fileName.endsWith('.map'));
      if (!script || outputs.some((output) => output !== script && output !== map))
        throw new Error(`${entry} was not built into one file.`);
      const fileName = entry.replace(/\.tsx?$/, '.js');
      this.emitFile({ type: 'asset', fileName, source: script.code });
      if (map?.type === 'asset') this.emitFile({ type: 'asset', fileName: `${fileName}.map`, source: map.source });
    },
  };
}
