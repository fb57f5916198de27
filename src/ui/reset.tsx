import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from './translate.ts';

export interface ResetProps {
  readonly disabled: boolean;
  readonly t: Translate;
  onReset(): void;
}

/** Puts every setting back, after a question. */
export function Reset({ disabled, t, onReset }: ResetProps): JSX.Element {
  const [asking, setAsking] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) no.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <p class="buttons">
        <button type="button" class="press" disabled={disabled} onClick={() => setAsking(true)}>
          {t('reset')}
        </button>
      </p>
    );
  }
  return (
    <fieldset class="notice" aria-describedby="reset-sure">
      <legend class="unseen">{t('reset')}</legend>
      <p id="reset-sure">{t('reset_sure')}</p>
      <p class="buttons">
        <button type="button" class="press" ref={no} onClick={() => setAsking(false)}>
          {t('reset_no')}
        </button>
        <button
          type="button"
          class="press"
          disabled={disabled}
          onClick={() => {
            setAsking(false);
            onReset();
          }}
        >
          {t('reset_yes')}
        </button>
      </p>
    </fieldset>
  );
}
