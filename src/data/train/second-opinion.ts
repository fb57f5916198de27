import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { TaughtPost } from '../corpus.ts';

/**
 * What a second teacher says of the taught posts: a text encoder that was tuned on the labelled ones by
 * `second-opinion.py`. It makes other mistakes than the first teacher, and says whose an experience is.
 *
 *     sha256 of the posts' file   32 bytes
 *     scores                      4 bytes a post: experience, claim, health, carer, from 0 to 255
 *
 * The opinions are of that one file of posts. There being others is no error: they are then taught by their own scores alone.
 */
export const OPINIONS = 'src/data/train/second-opinion.bin';

/** The posts with the mean of both teachers' scores; `null` when there are no opinions of these posts. */
export function withSecondOpinion(posts: readonly TaughtPost[], file: string, opinions: string): readonly TaughtPost[] | null {
  if (!existsSync(opinions)) return null;
  const bytes = readFileSync(opinions);
  const hash = createHash('sha256').update(readFileSync(file)).digest();
  if (!hash.equals(bytes.subarray(0, HASH_BYTES)) || bytes.length !== HASH_BYTES + SCORES * posts.length) return null;
  return posts.map((post, index) => {
    const score = (which: number) => (bytes[HASH_BYTES + SCORES * index + which] as number) / 255;
    return {
      ...post,
      experience: (post.experience + score(0)) / 2,
      claim: (post.claim + score(1)) / 2,
      health: (post.health + score(2)) / 2,
      carer: score(3),
    };
  });
}

const HASH_BYTES = 32;
const SCORES = 4;
