// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createHost, removeOrphans } from '../../src/content/host.ts';

beforeEach(() => document.body.replaceChildren());

test('badges that an earlier script has left are taken away', () => {
  put(createHost(document), 'closed');
  removeOrphans(document);
  expect(document.body.children).toHaveLength(0);
});

test('nothing is taken away that may not be ours', () => {
  put(createHost(document), 'open');
  put(createHost(document), null);
  put(document.createElement('div'), 'closed');
  const full = createHost(document);
  full.append(document.createElement('p'));
  put(full, 'closed');
  const before = document.body.innerHTML;
  removeOrphans(document);
  expect(document.body.innerHTML).toBe(before);
});

/** Puts an element on the page, with what Firefox tells to extensions of its root. */
function put(element: HTMLElement, mode: ShadowRootMode | null): void {
  const openOrClosedShadowRoot = mode && element.attachShadow({ mode });
  document.body.append(Object.assign(element, { openOrClosedShadowRoot }));
}
