import { whileStill } from '../sites/still.ts';

/** In a hidden tab there are no frames: there it is this many milliseconds. */
const LATEST = 100;

/** Calls back once, in the next frame. */
export function inNextFrame(callback: () => void): void {
  function once(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callback();
  }
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, LATEST);
}

/** Of a frame's 16 ms, half: the page needs the rest. */
const SLICE = 8;

/**
 * A function that begins with the steps at once, and goes on with them in the frames that follow when they take longer than
 * a slice. `steps` is asked anew for every slice, for what is left to do; `onSlice` is called after each.
 */
export function inSlices(steps: () => Iterator<void>, onSlice: () => void, signal: AbortSignal): () => void {
  let waiting = false;
  function slice(): void {
    if (signal.aborted) return;
    const end = performance.now() + SLICE;
    const left = steps();
    const done = whileStill(() => {
      let next = left.next();
      while (!next.done && performance.now() < end) next = left.next();
      return next.done;
    });
    if (!done) {
      waiting = true;
      inNextFrame(() => {
        waiting = false;
        slice();
      });
    }
    onSlice();
  }
  return () => {
    if (!waiting) slice();
  };
}
