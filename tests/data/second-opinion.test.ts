import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withSecondOpinion } from '../../src/data/train/second-opinion.ts';

const folder = mkdtempSync(join(tmpdir(), 'opinion-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'posts');
const opinions = join(folder, 'opinions');
const post = { set: 'invented', text: 'My knee', experience: 1, claim: 0, health: 1, carer: null };

function write(posts: string, scores: readonly number[]): void {
  writeFileSync(file, 'posts');
  writeFileSync(opinions, Buffer.concat([createHash('sha256').update(posts).digest(), Buffer.from(scores)]));
}

test('a post has the mean of two teachers, and of the second whose experience it is', () => {
  write('posts', [0, 255, 255, 51]);
  expect(withSecondOpinion([post], file, opinions)).toEqual([{ ...post, experience: 0.5, claim: 0.5, health: 1, carer: 0.2 }]);
});

test('opinions of other posts, or of fewer, are not used', () => {
  write('other posts', [0, 255, 255, 51]);
  expect(withSecondOpinion([post], file, opinions)).toBeNull();
  write('posts', [0, 255, 255]);
  expect(withSecondOpinion([post], file, opinions)).toBeNull();
  expect(withSecondOpinion([post], file, join(folder, 'none'))).toBeNull();
});
