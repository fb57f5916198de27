// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { lease } from '../../src/content/lease.ts';

function leased(isAlive: boolean) {
  const root = document.createElement('div').attachShadow({ mode: 'closed' });
  const animation = { cancel: vi.fn(), play: vi.fn() };
  const mark = Object.assign(document.createElement('div'), { getAnimations: () => [animation] });
  root.append(mark);
  lease(root, () => isAlive);
  return {
    animation,
    end: (animationName: string) =>
      mark.dispatchEvent(Object.assign(new Event('animationend', { bubbles: true }), { animationName })),
  };
}

test('a mark stays while the extension is there', () => {
  const { animation, end } = leased(true);
  end('vanish');
  expect(animation.cancel).toHaveBeenCalledOnce();
  expect(animation.play).toHaveBeenCalledOnce();
});

test('a mark goes when it is gone', () => {
  const { animation, end } = leased(false);
  end('vanish');
  expect(animation.play).not.toHaveBeenCalled();
});

test('other animations end as they like', () => {
  const { animation, end } = leased(true);
  end('appear');
  expect(animation.play).not.toHaveBeenCalled();
});
