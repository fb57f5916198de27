import { expect, it } from 'vitest';
import { findSources } from '../../src/core/find-sources.ts';
import type { SourceRecord } from '../../src/core/records.ts';

function source(id: string, name: string, home = `https://${id}.example/`): SourceRecord {
  const rest = { country: 'INT', languages: ['en'], scope: 'all', evidence: [], checked: null, funding: null };
  return { id, name, kind: 'hospital', home, ...rest };
}

const SOURCES = [
  source('ch-lyon', 'Hôpital Édouard-Herriot'),
  source('mayo-clinic', 'Mayo Clinic', 'https://www.mayoclinic.org/'),
  source('mayo-press', 'Proceedings of the Mayo Clinic'),
  source('nhs', 'NHS', 'https://www.nhs.uk/'),
  source('nhs-inform', 'NHS inform'),
  source('nhsx', 'An NHS trust'),
];

it.each<[text: string, found: readonly string[]]>([
  ['mayo', ['mayo-clinic', 'mayo-press']],
  ['CLINIC mayo', ['mayo-clinic', 'mayo-press']],
  ['mayoclinic', ['mayo-clinic']],
  ['hopital edouard', ['ch-lyon']],
  ['HÔPITAL É', ['ch-lyon']],
  // The shortest name first: it is what was meant.
  ['nhs', ['nhs', 'nhs-inform', 'nhsx']],
  ['nhs.uk', ['nhs']],
  // The beginning of a word, not its middle.
  ['ayo', []],
  ['  ', []],
  ['!?', []],
])('%s finds %j', (text, found) => {
  expect(findSources(text, SOURCES, 10).map(({ id }) => id)).toEqual(found);
});

it('no more than are wanted', () => {
  expect(findSources('nhs', SOURCES, 2)).toHaveLength(2);
});
