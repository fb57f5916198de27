import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Preact has one place that writes innerHTML, for `dangerouslySetInnerHTML`. We never use it, and reviewers of the
 * extension (people and linters) should not have to believe that. So we ship a copy in which that place writes text:
 *
 *     h.__html==t.innerHTML||(t.innerHTML=h.__html)   →   h.__html==t.textContent||(t.textContent=h.__html)
 *
 * @returns the copy's path. Throws when Preact no longer has exactly one such place: then look again.
 */
export function preactWithoutInnerHtml(): string {
  const original = createRequire(import.meta.url).resolve('preact');
  const code = readFileSync(original, 'utf8');
  const writes = code.match(/\.innerHTML\s*=(?!=)/g)?.length ?? 0;
  if (writes !== 1) {
    throw new Error(
      `${original} writes innerHTML in ${writes} places, not in the one place this build knows how to take out. ` +
        'Read what changed in Preact, then mend src/cli/preact-without-inner-html.ts.',
    );
  }
  mkdirSync(CACHE, { recursive: true });
  const copy = join(CACHE, 'preact.mjs');
  // Two builds may run at the same time: neither may read half a file of the other's.
  const draft = join(CACHE, `preact-${process.pid}.mjs`);
  writeFileSync(draft, code.replaceAll('.innerHTML', '.textContent').replace(/^\/\/# sourceMappingURL=.*$/m, ''));
  renameSync(draft, copy);
  return copy;
}

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/lived-and-cited');
