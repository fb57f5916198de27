import type { Label } from '../core/assessment.ts';

/** The label of a badge, by its accessible name in English; `null` when it is no badge's name. */
export function labelOfBadge(name: string): Label | null {
  return BEGINNINGS.find(([beginning]) => beginning.test(name))?.[1] ?? null;
}

const BEGINNINGS: readonly (readonly [RegExp, Label])[] = [
  [/^Patient experience\b/, 'patient-experience'],
  [/^Carer's experience\b/, 'carer-experience'],
  [/^Medical sources? cited\b/, 'medical-source'],
  [/^No medical source cited\b/, 'no-source'],
];
