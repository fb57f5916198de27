/** What a source is. The list says what kind of body it is and the evidence; it never says whether it is good. */
export type SourceKind = RecognisedKind | OtherKind;

/** Kinds that count as a cited medical source. */
export const RECOGNISED_KINDS = [
  'public-health-agency',
  'government-health-body',
  'hospital',
  'university',
  'journal',
  'publisher',
  'preprint-server',
  'medical-society',
  'reference-work',
  'evidence-synthesis',
  'patient-organisation',
  'rare-disease-network',
] as const;

/** Kinds that are listed as what they are and never count as a cited medical source. */
export const OTHER_KINDS = ['fact-checker', 'seller', 'health-website'] as const;

export type RecognisedKind = (typeof RECOGNISED_KINDS)[number];
export type OtherKind = (typeof OTHER_KINDS)[number];

export function isRecognised(kind: SourceKind): kind is RecognisedKind {
  return (RECOGNISED_KINDS as readonly string[]).includes(kind);
}

export function isSourceKind(value: unknown): value is SourceKind {
  return ([...RECOGNISED_KINDS, ...OTHER_KINDS] as readonly unknown[]).includes(value);
}

/** Whether all that a body of this kind publishes is about health: a link to it alone makes a post one about health. */
export function isAlwaysMedical(kind: SourceKind): boolean {
  return ALWAYS_MEDICAL.includes(kind);
}

const ALWAYS_MEDICAL: readonly SourceKind[] = [
  'public-health-agency',
  'reference-work',
  'evidence-synthesis',
  'patient-organisation',
  'rare-disease-network',
];
