import type { Site } from './site.ts';

/**
 * A site's adapter for pages that break the DOM under it. A form with a field named "matches", an image named
 * "querySelector" or a page that replaces a method makes any call throw: what cannot be read is then not there.
 */
export function steadfast(site: Site): Site {
  return {
    ...site,
    rootsIn: (scope) => attempt(() => site.rootsIn(scope), []),
    rootOf: (node) => attempt(() => site.rootOf(node), null),
    read: (root) => attempt(() => site.read(root), null),
    shapesIn: (scope) => attempt(() => site.shapesIn(scope), []),
    slotOf: (root) => attempt(() => site.slotOf(root), { parent: root, row: null, until: null }),
  };
}

function attempt<Answer>(answer: () => Answer, otherwise: Answer): Answer {
  try {
    return answer();
  } catch {
    return otherwise;
  }
}
