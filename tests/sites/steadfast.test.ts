// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { steadfast } from '../../src/sites/steadfast.ts';
import { x } from '../../src/sites/x.ts';

it('an adapter that breaks finds nothing, reads nothing and puts the badge in the root', () => {
  const broken = () => {
    throw new TypeError('matches is not a function');
  };
  const site = steadfast({ ...x, rootsIn: broken, rootOf: broken, read: broken, slotOf: broken });
  expect(site.rootsIn(document)).toEqual([]);
  expect(site.rootOf(document.body)).toBeNull();
  expect(site.read(document.body)).toBeNull();
  expect(site.slotOf(document.body)).toEqual({ parent: document.body, row: null, until: null });
});
