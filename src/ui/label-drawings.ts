import type { Label } from '../core/assessment.ts';

/** The picture of each label, as lines in a box of 16 by 16. All are drawn with the same line. */
export const LABEL_DRAWINGS: Readonly<Record<Label, readonly string[]>> = {
  // Somebody speaks.
  'patient-experience': ['M2 2.75h12v8.5H7.5L4.25 14v-2.75H2z', 'M5 6h6M5 8.25h3.5'],
  // Somebody speaks for another.
  'carer-experience': ['M2 2h8.5v6H6l-2.25 2V8H2z', 'M12.5 5.25H14v6h-1.75v2.25l-2.5-2.25H6.5'],
  // A book with something in it.
  'medical-source': [
    'M8 4C6.5 3 4.5 2.75 2 2.75v9.5c2.5 0 4.5.25 6 1.25 1.5-1 3.5-1.25 6-1.25v-9.5C11.5 2.75 9.5 3 8 4zM8 4v9.5',
    'M4 6c.8 0 1.5.1 2.1.3M4 8.5c.8 0 1.5.1 2.1.3M12 6c-.8 0-1.5.1-2.1.3M12 8.5c-.8 0-1.5.1-2.1.3',
  ],
  // A book with nothing in it.
  'no-source': ['M8 4C6.5 3 4.5 2.75 2 2.75v9.5c2.5 0 4.5.25 6 1.25 1.5-1 3.5-1.25 6-1.25v-9.5C11.5 2.75 9.5 3 8 4z'],
};
