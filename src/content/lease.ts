/** As badge.css names it. */
const VANISH = 'vanish';

/**
 * Lets a mark stay as long as somebody is there who says so. Its style sheet takes it away after ten minutes; when that happens
 * and the extension is there, the ten minutes begin anew before anything is painted.
 *
 * For Firefox ends the scripts of an extension that is removed without a word to them, and what they drew would stay in the page,
 * dead. A style sheet needs no script, and an animation that waits costs nothing.
 */
export function lease(root: ShadowRoot, isAlive: () => boolean): void {
  root.addEventListener('animationend', (event) => {
    const { animationName, target } = event as AnimationEvent;
    if (animationName !== VANISH || !isAlive()) return;
    for (const animation of (target as Element).getAnimations()) {
      animation.cancel();
      animation.play();
    }
  });
}
