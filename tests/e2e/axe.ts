import axe from 'axe-core';
import type { Tab } from '../../src/cli/browsers/browser.ts';

/** What axe has found on a page. */
export interface Findings {
  /** `rule: the element`, for each that breaks one. */
  readonly violations: readonly string[];
  /** How many rules found something to look at. */
  readonly rules: number;
  /** The lowest contrast of any text that axe could measure; `null` when there was none. */
  readonly contrast: number | null;
}

/**
 * Runs axe in a world that the page cannot see. It is shown the closed roots as well, which it would else know nothing of.
 * What is invented to look like a site's posts is left out, and what we draw into it is not.
 */
export async function findingsOn(tab: Tab, of: 'page' | 'marks'): Promise<Findings> {
  // The hidden world stays as long as the page.
  await tab.runHidden(`globalThis.axe ? null : (() => { ${axe.source}; return null; })()`);
  const hosts = await tab.inClosedRoots((root) => {
    const world = globalThis as unknown as { hosts?: Element[] };
    Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
    world.hosts = [...(world.hosts ?? []), root.host];
    return null;
  });
  if (of === 'marks' && hosts.length === 0) throw new Error('There are no marks for axe to look at.');
  return tab.runHidden(`(async () => {
    const context = ${of === 'marks'} ? { include: globalThis.hosts } : { exclude: ['[data-testid]', '[role="article"]'] };
    const { violations, passes } = await axe.run(context, { resultTypes: ['violations', 'passes'] });
    const measured = passes.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes);
    const ratios = measured.flatMap(({ any }) => any.map(({ data }) => data?.contrastRatio)).filter(Boolean);
    globalThis.hosts = undefined;
    return {
      violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))),
      rules: passes.length,
      contrast: ratios.length > 0 ? Math.min(...ratios) : null,
    };
  })()`);
}
