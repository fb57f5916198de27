import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEngine } from '../../src/core/engine.ts';
import { choicesIn, DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { openLine } from '../../src/port.ts';
import { Cable, type FarEnd } from '../cable.ts';
import { EMPTY_POST } from '../core/empty-post.ts';

// A browser stops a worker whenever it pleases. Here it does at each thing that an assessment waits for: the line, the question,
// each file and its bytes, and the answer. (The unpacking of the list: faults.test.ts.)

const runtime = vi.hoisted(() => ({
  id: 'us',
  onConnect: { addListener: (_: (port: FarEnd) => void) => {} },
  connect: (_: { name: string }): unknown => null,
}));
vi.mock('webextension-polyfill', () => ({ default: { runtime } }));

const FILES = Object.fromEntries(['index', 'reader'].map((name) => [name, readFileSync(`src/data/generated/${name}.bin`)]));
const POSTS = [
  { ...EMPTY_POST, id: 'x:1', text: 'I was diagnosed with lupus in May. My joints hurt.' },
  { ...EMPTY_POST, id: 'x:2', text: 'The bus was late again.' },
];
const WANTED = POSTS.map(createEngine(FILES['index'] as Uint8Array, FILES['reader'] as Uint8Array));

let cables: Cable[];

beforeEach(() => {
  cables = [];
  vi.stubGlobal('location', { href: 'https://extension.example/' });
  runtime.connect = ({ name }) => {
    const cable = new Cable(name, 'us');
    cables.push(cable);
    return cable.near;
  };
});

afterEach(() => vi.unstubAllGlobals());

test('a worker that is stopped at whatever step of an assessment costs no post its label', async () => {
  let steps = 0;
  for (let stopAt = 1; ; stopAt += 1) {
    const lifetime = new AbortController();
    const doomed = await workerUntil(stopAt);
    const line = openLine(() => {}, lifetime.signal);
    const answer = line.ask('assess', { posts: POSTS, choices: choicesIn(DEFAULT_SETTINGS) });
    await Promise.race([answer, doomed.stopped]);
    steps = doomed.steps();
    if (steps >= stopAt) {
      await workerUntil(Number.POSITIVE_INFINITY);
      for (const cable of cables.splice(0)) cable.cut();
    }
    expect(await answer, `stopped at step ${stopAt}`).toEqual(WANTED);
    lifetime.abort();
    if (steps < stopAt) break;
  }
  expect(steps).toBe(7);
});

/** A background that has just been started: it remembers nothing, and is stopped at one of its steps, which it never ends. */
async function workerUntil(stopAt: number): Promise<{ readonly stopped: Promise<void>; steps(): number }> {
  let steps = 0;
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  function isAlive(): boolean {
    steps += 1;
    if (steps === stopAt) stop();
    return steps < stopAt;
  }
  function ifAlive<Value>(value: Value): Promise<Value> {
    return isAlive() ? Promise.resolve(value) : new Promise(() => {});
  }
  vi.stubGlobal('fetch', (address: URL) => {
    const bytes = Uint8Array.from(FILES[/(index|reader)/.exec(address.href)?.[1] ?? ''] ?? []);
    return ifAlive({ ok: true, arrayBuffer: () => ifAlive(bytes.buffer) });
  });
  runtime.onConnect.addListener = (accept) => {
    Cable.accept = (port) => {
      if (isAlive()) accept(mortal(port, isAlive));
    };
  };
  vi.resetModules();
  const { assess, gateIndex } = await import('../../src/background/engine.ts');
  const { answerLines } = await import('../../src/port.ts');
  answerLines({ assess, gate: gateIndex });
  return { stopped, steps: () => steps };
}

/** The end of a port that the worker holds as long as it is alive. */
function mortal(port: FarEnd, isAlive: () => boolean): FarEnd {
  return {
    ...port,
    postMessage: (message) => {
      if (isAlive()) port.postMessage(message);
    },
    onMessage: { addListener: (listener) => port.onMessage.addListener((message) => isAlive() && listener(message)) },
  };
}
