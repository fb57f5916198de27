import type { JSX } from 'preact';
import type { Label } from '../core/assessment.ts';
import { LABEL_DRAWINGS } from './label-drawings.ts';

/** The picture of a label, 16 by 16 and in the colour of the text. */
export function LabelIcon({ label }: { readonly label: Label }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {LABEL_DRAWINGS[label].map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}
