import { describe, expect, it } from 'vitest';
import { CAPITALS_ONLY, WEAK } from '../../src/core/lexicon.ts';
import { flagsOf, isAbbreviation } from '../../src/data/build/name-flags.ts';
import { nameKey } from '../../src/data/build/name-key.ts';
import { type Claim, type Rank, resolved } from '../../src/data/build/names.ts';
import { shortFormOf } from '../../src/data/build/short-forms.ts';
import { spellingsOf } from '../../src/data/build/spellings.ts';
import { isSpoken, spokenOrders } from '../../src/data/build/spoken.ts';

describe('a name in an index', () => {
  it.each([
    ['alopecia, isolated', ['isolated alopecia']],
    ['cutis laxa, autosomal recessive, type 2', ['autosomal recessive cutis laxa type 2']],
    ['diabetes mellitus, type 2', ['diabetes mellitus type 2']],
    ['Disease, Ehlers-Danlos', ['Ehlers-Danlos Disease']],
    ['ovarian dysgenesis, with short stature', ['ovarian dysgenesis with short stature']],
    ['tetanus, diphtheria and pertussis', ['tetanus, diphtheria and pertussis']],
    ['dysplasia, Smith type', ['Smith type dysplasia', 'dysplasia Smith type']],
  ])('"%s" is said as %j', (written, spoken) => {
    expect(spokenOrders(written)).toEqual(spoken);
  });

  it.each([
    ['cystic fibrosis', true],
    ['diabetes mellitus, type 2, susceptibility to', false],
    ['deafness caused by mutation in GENE1', false],
    ['a name of far more words than anybody would ever say of a disease', false],
    ['blindness (disorder)', false],
    ['x', false],
  ])('"%s" is one that people could write: %s', (name, spoken) => {
    expect(isSpoken(name)).toBe(spoken);
  });
});

describe('other spellings', () => {
  it.each([
    ['anaemia', 'anemia'],
    ['hemophilia', 'haemophilia'],
    ['chronic diarrhea', 'chronic diarrhoea'],
    ['brain tumor', 'brain tumour'],
    ['esophageal cancer', 'oesophageal cancer'],
    ['lymphoedema', 'lymphedema'],
    ['generalised dystonia', 'generalized dystonia'],
    ['motor neuron disease', 'motor neurone disease'],
    ['sleep apnoea', 'sleep apnea'],
    ['diabetes type 1', 'diabetes type I'],
    ['mucopolysaccharidosis type IIIA', 'mucopolysaccharidosis type 3A'],
  ])('"%s" is also written "%s"', (name, other) => {
    expect(spellingsOf(name)).toContain(other);
  });

  it.each(['chemotherapy', 'hemiplegia', 'angioedema', 'hypochondroplasia', 'systemic lupus', 'endemic typhus', 'pandemic'])(
    '"%s" is written in one way',
    (name) => {
      expect(spellingsOf(name)).toEqual([name]);
    },
  );
});

describe('the flags of a name that nobody has decided on', () => {
  const everyday = new Set(['cold', 'heart attack'].map(nameKey));

  it.each([
    ['fibromyalgia', 0],
    ['Ehlers-Danlos syndrome', 0],
    ['cold', WEAK],
    ['colds', WEAK],
    ['heart attack', WEAK],
    ['gout', WEAK],
    ['CF', WEAK | CAPITALS_ONLY],
    ['POTS', WEAK | CAPITALS_ONLY],
    ['HLRCC', CAPITALS_ONLY],
    ['CMT1A', 0],
    ['NF1', WEAK | CAPITALS_ONLY],
    ['MdDS', WEAK],
  ])('of "%s" are %i', (name, flags) => {
    expect(flagsOf(name, everyday)).toBe(flags);
  });

  it('of a name with lower-case words are not those of an abbreviation', () => {
    expect(['CF', 'hEDS', '22q11', 'X-ALD'].every(isAbbreviation)).toBe(true);
    expect(['Rett', 'Down', 'lupus', 'cystic fibrosis', 'Crohn'].some(isAbbreviation)).toBe(false);
  });
});

describe('the short form', () => {
  it.each([
    ['Ehlers-Danlos syndrome', 'Ehlers-Danlos'],
    ['Charcot-Marie-Tooth disease', 'Charcot-Marie-Tooth'],
    ['Cornelia de Lange syndrome', 'Cornelia de Lange'],
    ['Down syndrome', null],
    ['coronary artery disease', null],
    ['Silver-Russell syndrome due to a point mutation', null],
  ])('of "%s" is %j', (label, short) => {
    expect(shortFormOf(label)).toBe(short);
  });
});

describe('a name that several claim', () => {
  const entries = ['sample disease', 'sample disease type 1', 'sample disease type 2', 'other disorder'].map((name, number) => ({
    kind: 'condition' as const,
    id: `c${number}`,
    name,
  }));

  function claim(text: string, entry: number, rank: Rank, flags = 0): Claim {
    return { text, entry, rank, flags };
  }

  function ownerOf(claims: readonly Claim[], known: readonly number[] = [], forbidden: readonly number[] = []) {
    const { names, dropped } = resolved(
      claims,
      entries,
      (entry) => known.includes(entry),
      (entry) => forbidden.includes(entry),
    );
    return { owner: names[0]?.entry ?? null, flags: names[0]?.flags, why: dropped.map(({ why }) => why) };
  }

  it('is its own before it is a synonym', () => {
    expect(ownerOf([claim('Sample', 0, 'exact synonym'), claim('sample', 3, 'own name')])).toMatchObject({
      owner: 3,
      why: ['is c3'],
    });
  });

  it('is whose a person has said it is', () => {
    const claims = [claim('sample', 0, 'own name'), claim('sample', 3, 'by hand', WEAK)];
    expect(ownerOf(claims)).toMatchObject({ owner: 3, flags: WEAK });
  });

  it("is the group's when the others are kinds of it", () => {
    expect(ownerOf([claim('SD', 1, 'abbreviation'), claim('SD', 0, 'abbreviation'), claim('SD', 2, 'abbreviation')]).owner).toBe(
      0,
    );
  });

  it('is that of the only one that people look up', () => {
    expect(ownerOf([claim('SD', 1, 'abbreviation'), claim('SD', 3, 'abbreviation')], [3]).owner).toBe(3);
  });

  it("is nobody's when nothing tells them apart", () => {
    expect(ownerOf([claim('SD', 1, 'abbreviation'), claim('SD', 3, 'abbreviation')])).toEqual({
      owner: null,
      flags: undefined,
      why: ['means several, and none of them first'],
    });
  });

  it('is never that of an entry which must not have it', () => {
    expect(ownerOf([claim('SD', 1, 'own name'), claim('SD', 3, 'abbreviation')], [], [1])).toMatchObject({
      owner: 3,
      why: ['left out by hand'],
    });
  });
});
