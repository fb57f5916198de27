import type { CuratedSource, GroupEndings } from '../schema.ts';
import { nameKey } from './name-key.ts';
import { spokenOrders } from './spoken.ts';
import type { Subject } from './subjects.ts';

/** Of the list, what groups are made from. */
export interface Diseases {
  readonly subjects: readonly Pick<Subject, 'id' | 'name' | 'kind' | 'names' | 'formOf'>[];
  readonly sources: readonly Pick<CuratedSource, 'conditions'>[];
}

/**
 * The group that a disease is one of, by the disease's id: the nearest that has patient organisations.
 *
 * No source that we may use says which disease is a kind of which, but their names do. A disease is one of a group when
 *
 * - MONDO says of it "GROUP caused by mutation in …" (`formOf`);
 * - a synonym of it is the group's name with a number or a letter behind it;
 * - its own name ends in the group's, as English says last what a thing is: `Duchenne` *muscular dystrophy*, `autosomal recessive`
 *   *Parkinson disease* `14` (`groupNamesIn`);
 * - its own name ends as curated/groups.yaml says that names of the group do.
 *
 * Only the names that a group is called by count, not its synonyms: one of Lambert-Eaton is "myasthenic syndrome".
 */
export function groupsOf({ subjects, sources }: Diseases, curated: readonly GroupEndings[]): ReadonlyMap<string, string> {
  const diseases = new Map(subjects.filter(({ kind }) => kind === 'condition').map((disease) => [disease.id, disease]));
  const endings = endingsOf([...diseases.values()], curated);
  const helped = new Set(sources.flatMap(({ conditions }) => conditions));

  function groupsNamedBy(id: string): readonly string[] {
    const disease = diseases.get(id);
    return disease === undefined ? [] : namesOfGroups(disease).flatMap((names) => ownerOfFirst(names, endings, id) ?? []);
  }

  const groups = new Map<string, string>();
  for (const id of diseases.keys()) {
    const group = nearest(id, groupsNamedBy, helped);
    if (group !== null) groups.set(id, group);
  }
  return groups;
}

/**
 * The names that the group of a disease with this name could have, the nearest first. What stands before the group's name must
 * not turn it into something else ("ataxia **with** epilepsy"), nor be joined to it by a hyphen: non-Hodgkin lymphoma is none
 * of Hodgkin's, and in "deafness-epilepsy syndrome" it says nothing.
 *
 *     groupNamesIn('Parkinson disease 14, autosomal recessive')
 *     // autosomal recessive Parkinson disease 14 · … · Parkinson disease · disease
 */
export function groupNamesIn(name: string): readonly string[] {
  const found = new Set<string>();
  for (const spoken of spokenOrders(name.replace(/ \([^)]*\)/g, '').replace(GENE, '$1 '))) {
    const [cut = spoken] = spoken.split(BEHIND, 1);
    for (const whole of [spoken, ...withoutNumbers(spoken), cut, ...withoutNumbers(cut)]) {
      const words = whole.split(' ');
      for (let from = 0; from < words.length; from += 1) {
        if (CHANGES.test(words[from - 1] ?? '')) break;
        if (!DENIES.test(words[from - 1] ?? '')) found.add(words.slice(from).join(' '));
      }
    }
  }
  return [...found];
}

/** 'PMM2-congenital disorder of glycosylation': a gene is joined by a hyphen to what it causes. */
const GENE = /^([A-Z][A-Z0-9]{2,9})-(?=[a-z])/;

/** What a disease is of, comes with or is caused by says more of it, not what it is. */
const BEHIND = /,? (?:of|with|without|due to|caused by|associated with|secondary to) /;

/** A word after which a name is only a part of what is said. */
const CHANGES = /,$|^(?:and|or|with|without|of|in|to|from|due|by|than|for|plus|susceptibility|mimicking|versus)$/i;

/** A word after which a name is not meant at all. */
const DENIES = /^(?:non|no|not|pseudo|anti|false|post|pre|para)$|like$/i;

/** 'Usher syndrome type 1B' → Usher syndrome type 1 · Usher syndrome */
function withoutNumbers(name: string): readonly string[] {
  const letter = /^(.* (?:\d+(?=[A-Za-z])|[IVX]+(?=[A-HJ-UWYZa-z])))[A-Za-or-z]\d?$/.exec(name)?.[1];
  const number = /^(.+?),?(?: (?:type|form|variant|group|subtype))? (?:\d+[A-Za-z]{0,2}\d?|[IVX]+[A-Za-z]?\d?|[A-H]\d?)$/.exec(
    name,
  )?.[1];
  return [letter, number].filter((one) => one !== undefined);
}

/** Lists of names, each from the nearest to the widest. */
function namesOfGroups(disease: Diseases['subjects'][number]): readonly (readonly string[])[] {
  const synonyms = disease.names.filter(({ rank }) => rank === 'exact synonym').map(({ text }) => text);
  return [
    groupNamesIn(disease.name),
    ...synonyms.map(withoutNumbers),
    ...disease.formOf.map((name) => [name, ...groupNamesIn(name)]),
  ];
}

/** By the key of a name: whose it is, and whether names that end so tell no group. */
interface Endings {
  readonly owners: ReadonlyMap<string, string>;
  readonly none: ReadonlySet<string>;
}

function endingsOf(diseases: readonly Diseases['subjects'][number][], curated: readonly GroupEndings[]): Endings {
  const owners = new Map<string, string>();
  for (const { id, name, names } of diseases) {
    for (const text of [name, ...names.filter(({ rank }) => rank === 'own name').map((own) => own.text)])
      owners.set(nameKey(text), id);
  }
  for (const { id, endings } of curated) for (const text of endings) owners.set(nameKey(text), id);
  return { owners, none: new Set(curated.flatMap(({ not }) => not).map(nameKey)) };
}

/** Whose the first of the names is that is anybody's other than the disease's own. */
function ownerOfFirst(names: readonly string[], { owners, none }: Endings, disease: string): string | null {
  for (const key of names.map(nameKey)) {
    const owner = owners.get(key);
    if (owner !== undefined && owner !== disease) return owner;
    if (none.has(key)) return null;
  }
  return null;
}

/** The first of the groups, the groups' groups and so on that is wanted. */
function nearest(id: string, groupsOfOne: (id: string) => readonly string[], wanted: ReadonlySet<string>): string | null {
  const seen = new Set([id]);
  // A set goes on through what is added to it meanwhile.
  for (const one of seen) {
    if (one !== id && wanted.has(one)) return one;
    for (const group of groupsOfOne(one)) seen.add(group);
  }
  return null;
}
