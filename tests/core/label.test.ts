import { expect, it } from 'vitest';
import type { Citation } from '../../src/core/assessment.ts';
import { type Findings, labelsFor } from '../../src/core/label.ts';
import type { SourceKind } from '../../src/core/source.ts';

const told = { score: 0.9, because: [], voice: 'patient' } as const;
const toldByCarer = { ...told, voice: 'carer' } as const;
const claimed = { score: 0.9, because: [] } as const;

function cited(kind: SourceKind): readonly Citation[] {
  return [{ source: 's', name: 'S', kind, how: 'link', where: 'https://s.example/', span: null, flags: [] }];
}

const nothing: Findings = { health: true, experience: null, claim: null, citations: [], truncated: false, promoted: false };

it.each<[string, Partial<Findings>, readonly string[]]>([
  ['a patient’s experience', { experience: told }, ['patient-experience']],
  ['a carer’s experience', { experience: toldByCarer }, ['carer-experience']],
  ['a cited source', { citations: cited('journal') }, ['medical-source']],
  [
    'a citation does not hide an experience',
    { experience: told, citations: cited('journal') },
    ['patient-experience', 'medical-source'],
  ],
  ['a preprint is a cited source', { citations: cited('preprint-server') }, ['medical-source']],
  ['a claim without a source', { claim: claimed }, ['no-source']],
  ['a claim of which only the beginning is shown', { claim: claimed, truncated: true }, []],
  ['a claim with a source', { claim: claimed, citations: cited('reference-work') }, ['medical-source']],
  ['a claim in a story is the story', { claim: claimed, experience: told }, ['patient-experience']],
  ['a story in an advert is nobody’s own', { experience: told, promoted: true }, []],
  ['a story in an advert hides no claim', { claim: claimed, experience: told, promoted: true }, ['no-source']],
  ['an advert’s source is a source', { experience: told, citations: cited('journal'), promoted: true }, ['medical-source']],
  ['a seller is no medical source', { claim: claimed, citations: cited('seller') }, ['no-source']],
  ['a health website is no medical source', { citations: cited('health-website') }, []],
  ['talk of health', {}, []],
  [
    'a post off topic gets no label, whatever it links to',
    { health: false, citations: cited('journal'), claim: claimed, experience: told },
    [],
  ],
])('%s', (_, found, expected) => {
  expect(labelsFor({ ...nothing, ...found })).toEqual(expected);
});
