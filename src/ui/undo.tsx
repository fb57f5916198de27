import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../core/settings.ts';
import type { LiveSettings } from './live-settings.ts';
import type { Translate } from './translate.ts';

/** Why all settings were replaced at once. */
export type Replacement = 'reset' | 'file';

export interface Undoable {
  /** The last replacement, and whether it was taken back; `null` when something else was changed since. */
  readonly last: { readonly why: Replacement; readonly undone: boolean } | null;
  /** A change of one thing: what was before it can no longer be brought back. */
  change(settings: Settings): void;
  replace(settings: Settings, why: Replacement): void;
  undo(): void;
}

/** Live settings whose replacement as a whole can be taken back, until something else is changed. */
export function useUndo({ stored, change }: LiveSettings): Undoable {
  const [before, setBefore] = useState<Settings | null>(null);
  const [last, setLast] = useState<Undoable['last']>(null);
  return {
    last,
    change(settings) {
      setLast(null);
      change(settings);
    },
    replace(settings, why) {
      setBefore(stored?.settings ?? null);
      setLast({ why, undone: false });
      change(settings);
    },
    undo() {
      if (before) change(before);
      setLast((undone) => undone && { ...undone, undone: true });
    },
  };
}

export interface ReplacedProps {
  readonly undoable: Undoable;
  readonly why: Replacement;
  /** What came of it. */
  readonly children: ComponentChildren;
  readonly t: Translate;
}

/** What came of a replacement, and the button that takes it back. */
export function Replaced({ undoable: { last, undo }, why, children, t }: ReplacedProps): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  const isShown = last?.why === why;
  // The button that was pressed before is gone.
  useEffect(() => {
    if (isShown && why === 'reset') button.current?.focus();
  }, [isShown, why]);
  return (
    <div role="status">
      {isShown && last.undone && <p>{t('undone')}</p>}
      {isShown && !last.undone && (
        <div class="notice">
          {children}
          <p class="buttons">
            <button type="button" class="press" ref={button} onClick={undo}>
              {t('undo')}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
