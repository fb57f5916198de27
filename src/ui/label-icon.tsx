import type { JSX } from 'preact';
import type { Label } from '../core/assessment.ts';

/** The picture of a label, 16 by 16 and in the colour of the text. All are drawn with the same line in the same box. */
export function LabelIcon({ label }: { readonly label: Label }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {DRAWINGS[label]}
    </svg>
  );
}

const DRAWINGS: Readonly<Record<Label, JSX.Element>> = {
  // Somebody speaks.
  'patient-experience': (
    <>
      <path d="M2 2.75h12v8.5H7.5L4.25 14v-2.75H2z" />
      <path d="M5 6h6M5 8.25h3.5" />
    </>
  ),
  // Somebody speaks for another.
  'carer-experience': (
    <>
      <path d="M2 2h8.5v6H6l-2.25 2V8H2z" />
      <path d="M12.5 5.25H14v6h-1.75v2.25l-2.5-2.25H6.5" />
    </>
  ),
  // A book with something in it.
  'medical-source': (
    <>
      <path d="M8 4C6.5 3 4.5 2.75 2 2.75v9.5c2.5 0 4.5.25 6 1.25 1.5-1 3.5-1.25 6-1.25v-9.5C11.5 2.75 9.5 3 8 4zM8 4v9.5" />
      <path d="M4 6c.8 0 1.5.1 2.1.3M4 8.5c.8 0 1.5.1 2.1.3M12 6c-.8 0-1.5.1-2.1.3M12 8.5c-.8 0-1.5.1-2.1.3" />
    </>
  ),
  // A book with nothing in it.
  'no-source': <path d="M8 4C6.5 3 4.5 2.75 2 2.75v9.5c2.5 0 4.5.25 6 1.25 1.5-1 3.5-1.25 6-1.25v-9.5C11.5 2.75 9.5 3 8 4z" />,
};
