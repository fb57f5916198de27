/** The elements at or below `scope` that match, in document order. Works where a page has put an image named "querySelectorAll". */
export function elementsIn(scope: Element | Document, selector: string): readonly Element[] {
  if (!(scope instanceof Element)) return [...Document.prototype.querySelectorAll.call(scope, selector)];
  const below = Element.prototype.querySelectorAll.call(scope, selector);
  return scope.matches(selector) ? [scope, ...below] : [...below];
}

/** Whether `element` is in `scope`, or is it. Works where a page has put an image named "contains". */
export function holds(scope: Node, element: Element): boolean {
  return Node.prototype.contains.call(scope, element);
}

/** The elements in document order, each once. */
export function inDocumentOrder(elements: Iterable<Element>): readonly Element[] {
  const unique = [...new Set(elements)];
  if (unique.length < 2) return unique;
  return unique.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** Whether `before` starts before `after` in the document. */
export function precedes(before: Element, after: Element): boolean {
  return (before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The element a node is in, or is. */
export function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** Whether something that matches is around an element, inside of a root. */
export function isWithin(selector: string, element: Element, root: Element): boolean {
  const around = element.parentElement?.closest(selector) ?? null;
  return around !== null && around !== root && root.contains(around);
}

/** The innermost element that holds all of `parts`; `null` when there are none. */
export function smallestWith(parts: readonly Element[]): Element | null {
  let smallest = parts[0] ?? null;
  while (smallest !== null && !parts.every((part) => smallest?.contains(part))) smallest = smallest.parentElement;
  return smallest;
}

/** The outermost ancestor of `element`, or itself, below `top` that holds none of `others`. */
export function outermostWithout(element: Element, top: Element, others: readonly Element[]): Element {
  let outermost = element;
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const parent = outermost.parentElement;
    if (parent === null || parent === top || others.some((other) => parent.contains(other))) break;
    outermost = parent;
  }
  return outermost;
}

/** More than any post is deep. */
export const MAX_CLIMB = 1000;
