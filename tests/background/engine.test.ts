import { expect, it, vi } from 'vitest';
import { assessAll, lastMade } from '../../src/background/engine.ts';
import { once } from '../../src/background/packaged.ts';
import type { Assessment } from '../../src/core/assessment.ts';
import type { Post } from '../../src/core/post.ts';
import { type Choices, choicesIn, DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { EMPTY_POST } from '../core/empty-post.ts';

const found: Assessment = {
  id: 'x:1',
  labels: ['no-source'],
  health: true,
  experience: null,
  claim: null,
  citations: [],
  mentions: [],
};

it('a post that the engine fails on has no label, and the others keep theirs', () => {
  const engine = ({ id }: Post): Assessment => {
    if (id === 'bad') throw new Error('bad');
    return { ...found, id };
  };
  const answers = assessAll(
    [EMPTY_POST, { ...EMPTY_POST, id: 'bad' }, { ...EMPTY_POST, id: 'x:2' }, null as unknown as Post],
    engine,
  );
  expect(answers.map(({ id, labels }) => [id, labels.length])).toEqual([
    ['x:1', 1],
    ['bad', 0],
    ['x:2', 1],
    ['undefined', 0],
  ]);
});

it('what is made once is made once', async () => {
  const make = vi.fn(async () => 'made');
  const made = once(make);
  expect([await made(), await made()]).toEqual(['made', 'made']);
  expect(make).toHaveBeenCalledOnce();
});

it('what cannot be made is not tried again for every post', async () => {
  const make = vi.fn(async () => Promise.reject(new Error('damaged')));
  const made = once(make);
  await expect(made()).rejects.toThrow('damaged');
  await expect(made()).rejects.toThrow('damaged');
  expect(make).toHaveBeenCalledOnce();
});

it('an engine is made for the choices, and kept until they are others', () => {
  const made: Choices[] = [];
  const engine = lastMade((choices) => {
    made.push(choices);
    return () => found;
  });
  const careful = choicesIn(DEFAULT_SETTINGS);
  const balanced: Choices = { ...careful, strictness: 'balanced' };
  const first = engine(careful);
  expect(engine({ ...careful })).toBe(first);
  expect(engine(balanced)).not.toBe(first);
  expect(engine(careful)).not.toBe(first);
  expect(made).toEqual([careful, balanced, careful]);
});
