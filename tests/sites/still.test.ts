// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { closestTo, remembered, whileStill } from '../../src/sites/still.ts';

test('what is asked about an element again is found once while the page is still', () => {
  const find = vi.fn((element: Element) => element.tagName);
  const tagOf = remembered(find);
  const element = document.createElement('p');
  whileStill(() => whileStill(() => expect([tagOf(element), tagOf(element)]).toEqual(['P', 'P'])));
  expect(find).toHaveBeenCalledOnce();
});

test('"nothing" is an answer that is remembered, too', () => {
  const find = vi.fn((_: Element) => undefined);
  const found = remembered(find);
  const element = document.createElement('p');
  whileStill(() => [found(element), found(element)]);
  expect(find).toHaveBeenCalledOnce();
});

test('afterwards, and where nobody says that it is still, everything is found anew', () => {
  const find = vi.fn((element: Element) => element.id);
  const idOf = remembered(find);
  const element = document.createElement('p');
  whileStill(() => idOf(element));
  element.id = 'new';
  expect(whileStill(() => idOf(element))).toBe('new');
  expect([idOf(element), idOf(element)]).toEqual(['new', 'new']);
  expect(find).toHaveBeenCalledTimes(4);
});

test('a run that fails ends the stillness', () => {
  const idOf = remembered((element: Element) => element.id);
  const element = document.createElement('p');
  expect(() =>
    whileStill(() => {
      idOf(element);
      throw new Error('no');
    }),
  ).toThrow('no');
  element.id = 'new';
  expect(whileStill(() => idOf(element))).toBe('new');
});

test('two finders do not mix up their answers', () => {
  const one = closestTo('b');
  const other = closestTo('i');
  document.body.innerHTML = '<b><i><u></u></i></b>';
  const inner = document.querySelector('u') as Element;
  whileStill(() => expect([one(inner)?.localName, other(inner)?.localName, one(inner)?.localName]).toEqual(['b', 'i', 'b']));
});

test('the closest element is the one that the browser finds, whatever was asked before', () => {
  // Tags to open, and how many to close after each.
  const tree = fc
    .array(fc.tuple(fc.constantFrom('b', 'i', 'u'), fc.nat(2)), { maxLength: 20 })
    .map((steps) => steps.map(([tag, closed]) => `<div><${tag}>${closed === 0 ? '' : `</${tag}>`}`).join(''));
  fc.assert(
    fc.property(tree, (html) => {
      document.body.innerHTML = html;
      const closest = closestTo('b');
      whileStill(() => {
        for (const element of document.querySelectorAll('*')) expect(closest(element)).toBe(element.closest('b'));
      });
    }),
  );
});

test('a form whose fields have the names of what leads upwards does not lead in circles', () => {
  document.body.innerHTML = '<b><form><input name="parentElement"><input name="matches"><p></p></form></b>';
  const closest = closestTo('b');
  whileStill(() => expect(closest(document.querySelector('p') as Element)?.localName).toBe('b'));
});
