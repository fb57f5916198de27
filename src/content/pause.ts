import { isPaused, type Settings } from '../core/settings.ts';

/** The settings as they hold at a time: while marking is paused, no site is on. */
export function unlessPaused(settings: Settings, now: number): Settings {
  return isPaused(settings, now) ? { ...settings, sites: { x: false, facebook: false } } : settings;
}

/**
 * Applies settings as they hold now, and once more when the pause that is in them is over.
 *
 * A timer stands still while the machine sleeps, and the clock can be put forward: so the clock is looked at once a minute of a
 * pause, and when the reader comes back to the tab.
 */
export function throughPauses(apply: (settings: Settings) => void, signal: AbortSignal): (settings: Settings) => void {
  let paused: Settings | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('visibilitychange', () => paused && look(paused), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function look(settings: Settings): void {
    if (isPaused(settings, Date.now())) wait(settings);
    else hold(settings);
  }

  function hold(settings: Settings): void {
    const now = Date.now();
    apply(unlessPaused(settings, now));
    paused = isPaused(settings, now) ? settings : null;
    if (paused) wait(paused);
    else clearTimeout(timer);
  }

  function wait({ pausedUntil }: Settings): void {
    clearTimeout(timer);
    if (typeof pausedUntil === 'number')
      timer = setTimeout(() => paused && look(paused), Math.min(pausedUntil - Date.now(), MINUTE));
  }

  return hold;
}

const MINUTE = 60_000;
