import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openRecords } from '../../src/core/record-file.ts';
import { type Diseases, groupNamesIn, groupsOf } from '../../src/data/build/groups.ts';

describe('the names that a group could have', () => {
  it.each([
    ['holoprosencephaly 8', 'holoprosencephaly'],
    ['Usher syndrome type 1B', 'Usher syndrome type 1'],
    ['Usher syndrome type 1B', 'Usher syndrome'],
    ['glycogen storage disease IXc', 'glycogen storage disease IX'],
    ['Parkinson disease 14, autosomal recessive', 'Parkinson disease'],
    ['epilepsy, familial temporal lobe, 1', 'temporal lobe epilepsy'],
    ['hemophilia A with vascular abnormality', 'hemophilia A'],
    ['obesity due to leptin receptor gene deficiency', 'obesity'],
    ['maturity-onset diabetes of the young type 3', 'diabetes'],
    ['peroxisome biogenesis disorder 1A (Zellweger)', 'peroxisome biogenesis disorder'],
    ['PMM2-congenital disorder of glycosylation', 'congenital disorder of glycosylation'],
    ['mitochondrial complex I deficiency, nuclear type 5', 'mitochondrial complex I deficiency'],
  ])('by "%s" are among others "%s"', (name, group) => {
    expect(groupNamesIn(name)).toContain(group);
  });

  it.each([
    ['non-Hodgkin lymphoma', 'Hodgkin lymphoma'],
    ['deafness-epilepsy syndrome', 'epilepsy syndrome'],
    ['Rett-like syndrome', 'syndrome like'],
    ['agenesis of the corpus callosum with peripheral neuropathy', 'peripheral neuropathy'],
    ['deafness, congenital, and albinism', 'albinism'],
    ['susceptibility to gout', 'gout'],
    ['pseudo Turner syndrome', 'Turner syndrome'],
    ['trisomy 18p', 'trisomy 18'],
    ['glycogen storage disease III', 'glycogen storage disease II'],
    ['hepatitis C', 'hepati'],
  ])('by "%s" are not "%s"', (name, group) => {
    expect(groupNamesIn(name)).not.toContain(group);
  });

  it('stand in the order from the nearest to the widest', () => {
    const names = groupNamesIn('autosomal dominant Alport syndrome 2B');
    const order = ['autosomal dominant Alport syndrome 2', 'Alport syndrome'].map((name) => names.indexOf(name));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order[0]).toBeGreaterThanOrEqual(0);
  });
});

describe('the group of a disease', () => {
  function disease(
    id: string,
    name: string,
    more: { readonly synonyms?: readonly string[]; readonly formOf?: readonly string[] } = {},
  ) {
    const synonyms = (more.synonyms ?? []).map((text) => ({ text, rank: 'exact synonym' as const }));
    const names = [{ text: name, rank: 'own name' as const }, ...synonyms];
    return { id, name, kind: 'condition' as const, names, formOf: more.formOf ?? [] };
  }

  const subjects: Diseases['subjects'] = [
    disease('ataxia', 'ataxia', { synonyms: ['shaking'] }),
    disease('rare', 'rare ataxia'),
    disease('rare1', 'rare ataxia 1'),
    disease('named', 'Sample disease', { formOf: ['rare ataxia'] }),
    disease('synonym', 'Other disease', { synonyms: ['ataxia type 7'] }),
    disease('shaking', 'nightly shaking'),
    disease('tremor', 'tremor'),
    disease('heat', 'heat ataxia'),
    disease('alone', 'alone disease'),
    { ...disease('topic', 'ataxia diet'), kind: 'topic' },
  ];
  const sources = [{ conditions: ['ataxia', 'tremor'] }];

  function groups(...endings: Parameters<typeof groupsOf>[1]) {
    return Object.fromEntries(groupsOf({ subjects, sources }, endings));
  }

  it('is the nearest that has organisations, by its name, by its gene or by a numbered synonym', () => {
    expect(groups()).toEqual({ rare: 'ataxia', rare1: 'ataxia', named: 'ataxia', synonym: 'ataxia', heat: 'ataxia' });
  });

  it('is what a curated file says of its ending, and none where that says so', () => {
    const curated = [
      { file: '', line: 0, id: 'tremor', endings: ['shaking'], not: [] },
      { file: '', line: 0, id: 'ataxia', endings: [], not: ['heat ataxia'] },
    ];
    expect(groups(...curated)).toMatchObject({ shaking: 'tremor', rare: 'ataxia' });
    expect(groups(...curated)).not.toHaveProperty('heat');
  });
});

describe('on the list', () => {
  const { entries } = openRecords(readFileSync('src/data/generated/records.bin'));
  const conditions = Array.from({ length: entries.count }, (_, row) => entries.at(row)).filter(
    ({ kind }) => kind === 'condition',
  );
  const byName = new Map(conditions.map((record) => [record.name, record]));

  it.each([
    ['holoprosencephaly 8', 'holoprosencephaly'],
    ['autosomal recessive Parkinson disease 14', "Parkinson's disease"],
    ['ring chromosome 11', 'chromosomal disorder'],
    ['chromosome 18p deletion syndrome', 'chromosomal disorder'],
    ['Duchenne muscular dystrophy', 'muscular dystrophy'],
    ['Charcot-Marie-Tooth disease type 1A', 'Charcot-Marie-Tooth disease'],
    ['Joubert syndrome 7', 'Joubert syndrome'],
    ['dilated cardiomyopathy 1A', 'dilated cardiomyopathy'],
    ['spinocerebellar ataxia type 2', 'hereditary ataxia'],
    ['immunodeficiency 61', 'inborn error of immunity'],
    ['maturity-onset diabetes of the young type 3', 'diabetes'],
    ['amyotrophic lateral sclerosis type 1', 'amyotrophic lateral sclerosis'],
    ['PMM2-congenital disorder of glycosylation', 'congenital disorder of glycosylation'],
    ['cystic fibrosis', null],
    ['amyotrophic lateral sclerosis', null],
    ['pulmonary hypertension', null],
    ['color blindness', null],
    ['Leber hereditary optic neuropathy', null],
    ['Huntington disease-like 1', null],
    ['alternating hemiplegia', null],
    ['Silver-Russell syndrome', null],
    ['congenital myasthenic syndrome', null],
    ['autoimmune polyendocrine syndrome type 1', null],
    ['heart attack', null],
  ])('that of "%s" is %j', (name, group) => {
    const id = byName.get(name)?.group ?? null;
    expect(id && entries.find(id)?.name).toBe(group);
    expect(byName.has(name), `"${name}" is on the list`).toBe(true);
  });

  it('a group has patient organisations, and is never the disease itself', () => {
    const inGroups = conditions.filter(({ group }) => group !== null);
    for (const { id, group } of inGroups) {
      expect(group && entries.find(group)?.organisations, id).not.toEqual([]);
      expect(group).not.toBe(id);
    }
    expect(inGroups.length).toBeGreaterThan(5000);
  });
});
