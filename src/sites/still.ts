/**
 * Runs something while nothing else can change the page, as within one turn of its event loop: what is found out about an element
 * is found out once.
 */
export function whileStill<Result>(run: () => Result): Result {
  if (known !== null) return run();
  known = new Map();
  try {
    return run();
  } finally {
    known = null;
  }
}

/** A function that remembers its answers as long as `whileStill` runs, and else finds them anew. */
export function remembered<Thing extends object, Answer>(find: (thing: Thing) => Answer): (thing: Thing) => Answer {
  return (thing) => {
    const answers = answersOf<Thing, Answer>(find);
    if (answers === null) return find(thing);
    let answer = answers.get(thing);
    if (answer === undefined && !answers.has(thing)) {
      answer = find(thing);
      answers.set(thing, answer);
    }
    return answer as Answer;
  };
}

/** `element.closest(selector)`, remembered for every element on the way up as long as `whileStill` runs. */
export function closestTo(selector: string): (element: Element) => Element | null {
  const finder = {};
  return (element) => {
    const answers = answersOf<Element, Element | null>(finder);
    if (answers === null) return element.closest(selector);
    const passed: Element[] = [];
    let found: Element | null | undefined;
    let at: Element | null = element;
    for (; at !== null && found === undefined; at = parentOf(at)) {
      found = answers.get(at) ?? (isA(at, selector) ? at : undefined);
      if (found === undefined && answers.has(at)) found = null;
      passed.push(at);
    }
    for (const one of passed) answers.set(one, found ?? null);
    return found ?? null;
  };
}

// A form can have a field named "parentElement" or "matches", and climbing through that would have no end.

function parentOf(element: Element): Element | null {
  parent ??= Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get as (this: Node) => Element | null;
  return parent.call(element);
}

let parent: ((this: Node) => Element | null) | undefined;

function isA(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

function answersOf<Thing extends object, Answer>(finder: object): Map<Thing, Answer> | null {
  if (known === null) return null;
  let answers = known.get(finder);
  if (answers === undefined) {
    answers = new Map();
    known.set(finder, answers);
  }
  return answers as Map<Thing, Answer>;
}

/** By what finds them. */
let known: Map<object, Map<unknown, unknown>> | null = null;
