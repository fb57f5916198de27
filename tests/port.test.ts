import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Assessment } from '../src/core/assessment.ts';
import type { Post } from '../src/core/post.ts';
import { choicesIn, DEFAULT_SETTINGS } from '../src/core/settings.ts';
import { answerLines, openLine, type PortHandlers } from '../src/port.ts';
import { Cable } from './cable.ts';

// Both ends of a line, and between them ports as the browsers have them: what is sent arrives later, as a copy.

const runtime = vi.hoisted(() => ({
  id: 'us',
  onConnect: { addListener: (_: (port: unknown) => void) => {} },
  connect: (_: { name: string }): unknown => null,
}));
vi.mock('webextension-polyfill', () => ({ default: { runtime } }));

const asked = { posts: [{ id: 'x:1' } as Post, { id: 'x:2' } as Post], choices: choicesIn(DEFAULT_SETTINGS) };
let lifetime: AbortController;
let ports: Cable[];
const onCut = vi.fn();

beforeEach(() => {
  lifetime = new AbortController();
  ports = [];
  onCut.mockClear();
});

afterEach(() => lifetime.abort());

describe('a line', () => {
  test('carries questions and their answers', async () => {
    const line = begin();
    expect(await line.ask('gate')).toBe('index');
    expect(await line.ask('assess', asked)).toEqual([{ id: 'x:1' }, { id: 'x:2' }]);
    expect(ports).toHaveLength(1);
  });

  test('is opened by the first question and by nothing else', () => {
    begin();
    expect(ports).toHaveLength(0);
  });

  test('gives each question its own answer, in whatever order they come', async () => {
    let resolve = (_: null) => {};
    const slow = new Promise<null>((done) => {
      resolve = done;
    });
    const line = begin({ gate: () => slow });
    const gate = line.ask('gate');
    expect(await line.ask('assess', asked)).toHaveLength(2);
    resolve(null);
    expect(await gate).toBeNull();
  });

  test('is opened again after the background has slept', async () => {
    const line = begin();
    await line.ask('gate');
    ports[0]?.cut();
    expect(onCut).toHaveBeenCalledOnce();
    expect(ports).toHaveLength(1);
    expect(await line.ask('gate')).toBe('index');
    expect(ports).toHaveLength(2);
  });

  test('asks once more what was not answered when it was cut', async () => {
    let calls = 0;
    const line = begin({ gate: () => (calls++ === 0 ? new Promise(() => {}) : Promise.resolve('second')) });
    const gate = line.ask('gate');
    await turns();
    ports[0]?.cut();
    expect(await gate).toBe('second');
  });

  test('gives up what is cut off twice', async () => {
    const line = begin({ gate: () => new Promise(() => {}) });
    const gate = line.ask('gate');
    for (const at of [0, 1]) {
      await turns();
      ports[at]?.cut();
    }
    await expect(gate).rejects.toThrow('went away');
    expect(ports).toHaveLength(2);
  });

  test('rejects what the background fails on, and goes on', async () => {
    const line = begin({ gate: () => Promise.reject(new Error('broken')) });
    await expect(line.ask('gate')).rejects.toThrow('failed to answer');
    expect(await line.ask('assess', asked)).toHaveLength(2);
  });

  test('rejects when there is no extension any more', async () => {
    const line = begin();
    runtime.connect = () => {
      throw new Error('Extension context invalidated.');
    };
    await expect(line.ask('gate')).rejects.toThrow('invalidated');
  });

  test('is closed with its page', async () => {
    const line = begin();
    await line.ask('gate');
    lifetime.abort();
    expect(ports[0]?.isOpen).toBe(false);
  });
});

describe('the background', () => {
  test.each([
    ['nothing', undefined],
    ['no question', 'gate'],
    ['a question of no name', { id: 1, payload: 2 }],
    ['a question that it does not know', { id: 1, name: 'constructor' }],
  ])('answers %s with nothing', async (_, message) => {
    begin();
    const port = new Cable('posts', 'us');
    const answers = port.listen();
    port.send(message);
    await turns();
    expect(answers).toEqual([]);
  });

  test.each([
    ['another line', 'other', 'us'],
    ["another extension's line", 'posts', 'them'],
  ])('does not answer %s', async (_, name, sender) => {
    begin();
    const port = new Cable(name, sender);
    const answers = port.listen();
    port.send({ id: 1, name: 'gate' });
    await turns();
    expect(answers).toEqual([]);
  });

  test('does not answer into a line that was cut meanwhile', async () => {
    let resolve = (_: null) => {};
    const slow = new Promise<null>((done) => {
      resolve = done;
    });
    const line = begin({ gate: () => slow });
    line.ask('gate').catch(() => {});
    await turns();
    const [port] = ports;
    lifetime.abort();
    resolve(null);
    await turns();
    expect(port?.wasUsedClosed).toBe(false);
  });
});

/** Both ends: the background with these handlers, and a page's line to it. */
function begin(handlers: Partial<PortHandlers> = {}) {
  let accept: (port: unknown) => void = () => {};
  runtime.onConnect.addListener = (listener) => {
    accept = listener;
  };
  Cable.accept = (port) => accept(port);
  runtime.connect = ({ name }) => {
    const cable = new Cable(name, 'us');
    ports.push(cable);
    return cable.near;
  };
  answerLines({
    gate: async () => 'index',
    assess: async ({ posts }) => posts.map(({ id }) => ({ id }) as Assessment),
    ...handlers,
  });
  return openLine(onCut, lifetime.signal);
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
