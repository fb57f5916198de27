import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is so, or the time is up. Returns the last answer.
 * There is much time: on a machine that has other things to do, a browser may stand still for seconds.
 */
export async function until<T>(what: () => Promise<T>, isSo: (value: T) => boolean, milliseconds = 30_000): Promise<T> {
  const end = Date.now() + milliseconds;
  let value = await what();
  while (!isSo(value) && Date.now() < end) {
    await pause(50);
    value = await what();
  }
  return value;
}
