import { useEffect, useRef, useState } from 'preact/hooks';
import { fitsStorage, type Settings, type StoredSettings } from '../core/settings.ts';

/** Where settings are kept; the functions of settings.ts. */
export interface SettingsStore {
  readSettings(): Promise<StoredSettings>;
  writeSettings(settings: Settings): Promise<void>;
  watchSettings(onChange: (stored: StoredSettings) => void, signal: AbortSignal): void;
}

export interface LiveSettings {
  /** `null` until they are read. */
  readonly stored: StoredSettings | null;
  /** Why the last change was not saved; `null` when it was. */
  readonly problem: Problem | null;
  change(settings: Settings): void;
}

/** `no-room`: it is more than a browser takes. `refused`: the browser did not take it. */
export type Problem = 'no-room' | 'refused';

/** The settings as they are anywhere, now; a change shows at once and is taken back when it cannot be saved. */
export function useLiveSettings(store: SettingsStore): LiveSettings {
  const [stored, setStored] = useState<StoredSettings | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const unsaved = useRef(0);
  const changes = useRef(0);

  useEffect(() => {
    const lifetime = new AbortController();
    // News may be late, and of a change of ours that is not the last: what is stored now is what counts. While a change
    // is on its way, that is older than what is shown: the switch would jump back, and the next change be made of it.
    const refresh = async () => {
      const before = changes.current;
      const now = await store.readSettings();
      if (!lifetime.signal.aborted && unsaved.current === 0 && changes.current === before) setStored(now);
    };
    store.watchSettings(() => void refresh(), lifetime.signal);
    void refresh();
    return () => lifetime.abort();
  }, [store]);

  async function save(settings: Settings): Promise<void> {
    try {
      await store.writeSettings(settings);
      setProblem(null);
    } catch {
      setProblem('refused');
      setStored(await store.readSettings());
    } finally {
      unsaved.current -= 1;
    }
  }

  function change(settings: Settings): void {
    if (!fitsStorage(settings)) {
      setProblem('no-room');
      return;
    }
    setStored({ settings, newer: false });
    unsaved.current += 1;
    changes.current += 1;
    writing.current = writing.current.then(() => save(settings));
  }

  return { stored, problem, change };
}
