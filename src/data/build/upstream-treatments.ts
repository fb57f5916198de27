import { readTable } from './table.ts';
import { pageWord } from './works.ts';

/** A drug, vaccine, symptom or topic as the list keeps it. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly pages: readonly string[];
}

/** Drugs by their name without the form they are given in: the pages of "Abatacept Injection" are abatacept's. */
export function drugsFrom(upstream: string): readonly Item[] {
  const drugs = new Map<string, { readonly name: string; readonly names: Set<string>; readonly pages: Set<string> }>();
  for (const row of readTable(upstream).rows) {
    const name = withoutForm(row['name'] as string);
    const id = `drug:${slugOf(name)}`;
    const drug = drugs.get(id) ?? { name, names: new Set<string>(), pages: new Set<string>() };
    drugs.set(id, drug);
    for (const brand of valuesOf(row['synonyms'])) drug.names.add(withoutForm(brand));
    for (const page of valuesOf(row['medlineplus_druginfo'])) drug.pages.add(pageWord('druginfo', 'id', page));
    // NHS pages of medicines were joined to MedlinePlus's by the drug's name.
    for (const slug of valuesOf(row['nhs_medicine'])) drug.pages.add(pageWord('nhs-medicines', 'name', slug));
  }
  return Array.from(drugs, ([id, drug]) => ({ id, name: drug.name, names: [...drug.names], pages: [...drug.pages] }));
}

/** Vaccines of CVX whose name can be said: "… vaccine", or a brand in brackets. Short names ("HIV", "Hep C") mean diseases. */
export function vaccinesFrom(upstream: string): readonly Item[] {
  return readTable(upstream).rows.flatMap((row) => {
    const written = [row['name'] as string, ...valuesOf(row['synonyms'])];
    const brands = written.flatMap((name) => /\(([A-Z][A-Za-z]{4,}(?:-[A-Z]+)?)\)$/.exec(name)?.[1] ?? []);
    const spoken = written.filter((name) => /vaccine$/.test(name) && !/[(\d/]/.test(name) && name.split(/[\s-]+/).length <= 7);
    const [name, ...names] = new Set([...spoken, ...brands]);
    return name === undefined ? [] : [{ id: `CVX:${row['cvx'] as string}`, name, names, pages: [] }];
  });
}

/** Symptoms of the Symptom Ontology that it has not withdrawn. */
export function symptomsFrom(upstream: string): readonly Item[] {
  return readTable(upstream).rows.flatMap((row) => {
    const name = row['label'] as string;
    if (/^obsolete|quadrant|symptom$/.test(name)) return [];
    return [{ id: row['symp_id'] as string, name, names: valuesOf(row['synonyms']), pages: [] }];
  });
}

/** Pages of MedlinePlus's health topics, by slug. */
export function medlineplusTopicsFrom(upstream: string): readonly Item[] {
  return readTable(upstream).rows.map((row) => {
    const slug = /([a-z0-9]+)\.html$/.exec(row['url'] as string)?.[1] ?? '';
    const [name, bracket] = nameAndBracket(row['title'] as string);
    return {
      id: `medlineplus:${slug}`,
      name,
      names: [...bracket, ...valuesOf(row['also_called_medquad2017'])],
      pages: [pageWord('medlineplus', 'id', slug)],
    };
  });
}

/** Pages of the NHS's A to Z, by slug. */
export function nhsPagesFrom(upstream: string): readonly Item[] {
  return readTable(upstream).rows.map((row) => {
    const slug = /([^/]+)\/$/.exec(row['url'] as string)?.[1] ?? '';
    const [name, names] = nameAndBracket(row['name'] as string);
    return {
      id: `nhs:${slug}`,
      name,
      names,
      pages: [pageWord('nhs', 'id', slug)],
    };
  });
}

/** "DVT (deep vein thrombosis)": what stands in brackets is a second name. */
function nameAndBracket(title: string): readonly [name: string, bracket: readonly string[]] {
  const [, name = '', bracket] = /^(.*?)(?: \((.+)\))?$/.exec(title.replaceAll('"', '')) ?? [];
  return [name, bracket === undefined ? [] : [bracket]];
}

const FORMS =
  'injections?|subcutaneous|intravenous|oral|inhalation|nasal|spray|topical|ophthalmic|otic|transdermal|patch|rectal|vaginal|' +
  'implant|intrauterine system|sublingual|buccal|lotion|cream|powder|tablets?|intravitreal|intrathecal|intramuscular|' +
  'extended-release|long-acting|system|foam|inhaler';

/** 'Levodopa Oral Inhalation' → 'Levodopa' */
function withoutForm(name: string): string {
  return name
    .replace(/\s*\([^)]*\)/g, '')
    .replace(new RegExp(`(?:,? (?:and )?(?:${FORMS}))+$`, 'i'), '')
    .trim();
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function valuesOf(cell: string | undefined): readonly string[] {
  return (cell ?? '').split('|').filter((value) => value.length > 1);
}
