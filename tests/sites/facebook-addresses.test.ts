import { expect, it } from 'vitest';
import { isProfile } from '../../src/sites/facebook-addresses.ts';

it.each([
  ['/ines.fabrikova?comment_id=1', true],
  ['/100000000000009', true],
  ['/profile.php?id=1', true],
  ['/people/Ines-Fabrikova/1/', true],
  ['/groups/1/user/2/?comment_id=3', true],
  ['/', false],
  ['/ines.fabrikova/posts/1', false],
  ['/people/Ines-Fabrikova', false],
  ['/people/Ines-Fabrikova/1/posts', false],
  ['/groups/1', false],
  ['/groups/1/posts/2/', false],
  ['/groups/1/user/2/posts', false],
  ['/permalink.php?story_fbid=1&id=2', false],
  ['/photo.php?fbid=1', false],
  ['/photo/?fbid=1', false],
  ['https://ines.example/fabrikova', false],
])('%s is that of somebody: %s', (address, answer) => {
  expect(isProfile(new URL(address, 'https://www.facebook.com/'))).toBe(answer);
});
