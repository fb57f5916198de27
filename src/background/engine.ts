import type { Assessment } from '../core/assessment.ts';
import { createEngine, type Engine } from '../core/engine.ts';
import type { Post } from '../core/post.ts';
import indexAddress from '../data/generated/index.bin?url';
import readerAddress from '../data/generated/reader.bin?url';
import { once, packagedBytes } from './packaged.ts';

/** The engine, loaded once in the life of the background. Rejects with what is wrong when a packaged file is damaged. */
export const loadedEngine = once(async () =>
  createEngine(...(await Promise.all([packagedBytes(indexAddress), packagedBytes(readerAddress)]))),
);

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
