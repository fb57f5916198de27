import { type BuildEnvironmentOptions, build, type InlineConfig, type ResolvedConfig } from 'vite';

/** Builds something beside the main build, with its settings but without its plugins. Nothing is written: the files are returned. */
export async function buildBeside(
  { root, mode, define, build: { minify, target } }: ResolvedConfig,
  { build: special, ...rest }: InlineConfig & { readonly build: BuildEnvironmentOptions },
) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    mode,
    ...(define ? { define } : {}),
    ...rest,
    build: { write: false, minify, target, ...special },
  });
  return [built].flat().flatMap((one) => ('output' in one ? one.output : []));
}
