import type { Post } from '../../src/core/post.ts';

/** A post with nothing in it, for a test to put in what it is about. */
export const EMPTY_POST: Post = {
  id: 'x:1',
  site: 'x',
  kind: 'post',
  text: '',
  links: [],
  language: null,
  promoted: false,
  truncated: false,
  author: null,
};
