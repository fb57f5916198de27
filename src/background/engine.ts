import type { Assessment } from '../core/assessment.ts';
import { createEngine, type Engine } from '../core/engine.ts';
import type { Post } from '../core/post.ts';
import { openSections } from '../core/sections.ts';
import { type Choices, choicesIn, DEFAULT_SETTINGS } from '../core/settings.ts';
import indexAddress from '../data/generated/index.bin?url';
import readerAddress from '../data/generated/reader.bin?url';
import type { Asked, Health } from '../messages.ts';
import { once, packagedBytes } from './packaged.ts';

/** The assessments of posts by a reader's choices; `null` when a packaged file is damaged. */
export async function assess({ posts, choices }: Asked): Promise<readonly Assessment[] | null> {
  const engineFor = await engines().catch(() => null);
  return engineFor && assessAll(posts, engineFor(choices));
}

/** The index of the gate, in Base64; `null` when the packaged file is damaged. */
export async function gateIndex(): Promise<string | null> {
  try {
    return base64Of(openSections(await packagedIndex()).get('GATE'));
  } catch {
    return null;
  }
}

/** Whether there is an engine at all. */
export async function health(): Promise<Health> {
  try {
    await engines();
    return 'well';
  } catch {
    return 'damaged';
  }
}

const packagedIndex = once(() => packagedBytes(indexAddress));

/** The files are loaded once in the life of the background. */
const engines = once(async () => {
  const [index, reader] = await Promise.all([packagedIndex(), packagedBytes(readerAddress)]);
  const made = lastMade((choices: Choices) => createEngine(index, reader, choices));
  // Damage shows here, and not with the first post.
  made(choicesIn(DEFAULT_SETTINGS));
  return made;
});

/** Keeps the engine that was made last: choices seldom change, and are the same in every tab. */
export function lastMade(make: (choices: Choices) => Engine): (choices: Choices) => Engine {
  let last: { readonly by: string; readonly engine: Engine } | null = null;
  return (choices) => {
    const by = JSON.stringify(choices);
    if (last?.by !== by) last = { by, engine: make(choices) };
    return last.engine;
  };
}

/** An assessment for each post, in order. A post that the engine fails on is one with no label; the others have theirs. */
export function assessAll(posts: readonly Post[], engine: Engine): readonly Assessment[] {
  return posts.map((post) => {
    try {
      return engine(post);
    } catch (error) {
      // To the extension's own console: a fault of ours, and nothing of the post.
      console.error('A post could not be assessed.', error);
      return { id: String(post?.id), labels: [], health: false, experience: null, claim: null, citations: [], mentions: [] };
    }
  });
}

/** A message between contexts is text in one of the browsers: an array of numbers would be four times as long. */
function base64Of(bytes: Uint8Array): string {
  let characters = '';
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return btoa(characters);
}
