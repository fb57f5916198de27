import type { JSX } from 'preact';
import type { Assessment, Label } from '../core/assessment.ts';
import { badgeText, spokenText } from './badge-text.ts';
import { LabelIcon } from './label-icon.tsx';
import type { Translate } from './translate.ts';

export interface BadgeProps {
  readonly label: Label;
  readonly assessment: Assessment;
  /** Whether another badge stands beside it: then there is room for one word. */
  readonly shares: boolean;
  /** The id of the panel that it opened; `null` while that is closed. */
  readonly opened: string | null;
  readonly t: Translate;
  onPress(): void;
}

/** One label on a post: the same button for every label. The words give way in a narrow row, the name stays. */
export function Badge({ label, assessment, shares, opened, t, onPress }: BadgeProps): JSX.Element {
  const text = badgeText(label, assessment, t);
  return (
    <button
      type="button"
      class="badge"
      data-label={label}
      aria-label={spokenText(label, text, shares, t)}
      title={text.whole}
      aria-haspopup="dialog"
      aria-expanded={opened !== null}
      aria-controls={opened ?? undefined}
      onClick={(event) => {
        // The page must not be able to press it, and so learn that it is there.
        if (event.isTrusted) onPress();
      }}
    >
      <span class="pill">
        <LabelIcon label={label} />
        <span class="words">{shares ? text.short : text.drawn}</span>
      </span>
    </button>
  );
}
