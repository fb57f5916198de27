import { describe, expect, it } from 'vitest';
import { type Problem, problemLine } from '../../src/data/build/fields.ts';
import { changesIn, nameDecisionsIn, phrasesIn, sourcesIn } from '../../src/data/schema.ts';

const GOOD = `# Invented.
- id: example-institute
  name: Example Institute
  also: [EXI]
  kind: public-health-agency
  country: FR
  languages: [fr, pt-BR]
  scope: all
  home: https://institute.example.org/
  rules:
    - under:institute.example.org
    - path:example.com/books/nbk1
    - not:host:news.institute.example.org
  x: [ExampleInst]
  youtube: ["@example"]
  doi: ["10.12345/abc"]
  evidence:
    - kind: ror
      id: 012345678
      url: https://ror.org/012345678
    - kind: law
      id: Act of 1901
  checked: 2026-01-31
  funding: By the state.
`;

function problemsOf(read: (problems: Problem[]) => unknown): readonly string[] {
  const problems: Problem[] = [];
  read(problems);
  return problems.map(problemLine);
}

describe('a record of a source', () => {
  it('is read with its rules and accounts as keys of the source index', () => {
    const problems: Problem[] = [];
    const [source] = sourcesIn('f.yaml', GOOD, problems);
    expect(problems).toEqual([]);
    expect(source?.keys).toEqual([
      'under:institute.example.org',
      'path:example.com/books/nbk1',
      'x:exampleinst',
      'youtube:@example',
      'doi:10.12345/abc',
    ]);
    expect(source?.excluded).toEqual(['host:news.institute.example.org']);
    expect(source?.evidence[0]).toEqual({ kind: 'ror', id: '012345678', url: 'https://ror.org/012345678' });
    expect(source?.evidence[1]?.url).toBeNull();
    expect(source).toMatchObject({ checked: '2026-01-31', funding: 'By the state.', line: 2 });
  });

  it('that nobody has checked says so', () => {
    expect(sourcesIn('f.yaml', GOOD.replace('2026-01-31', 'never'), [])[0]?.checked).toBeNull();
  });

  it.each([
    [
      'id: example-institute',
      'id: Example Institute',
      'f.yaml:2: id: must be in lower case with hyphens, not "Example Institute".',
    ],
    ['  name: Example Institute\n', '', 'f.yaml:2: name: is missing.'],
    ['name: Example Institute', 'name:', 'f.yaml:3: name: must be a text.'],
    ['kind: public-health-agency', 'kind: agency', 'f.yaml:5: kind: must be one of public-health-agency, government-health-body'],
    ['country: FR', 'country: France', 'f.yaml:6: country: must be two capitals (FR), EU or INT, not "France".'],
    ['[fr, pt-BR]', 'fr', 'f.yaml:7: languages: must be a list: [one, another].'],
    ['[fr, pt-BR]', '[French]', 'f.yaml:7: languages: "French" is no language tag'],
    ['home: https', 'home: ftp', 'f.yaml:9: home: "ftp://institute.example.org/" is no web address.'],
    ['under:institute.example.org', 'institute.example.org', 'f.yaml:10: rules: "institute.example.org" is no rule'],
    [
      'under:institute.example.org',
      'under:Institute.example.org',
      'f.yaml:10: rules: "Institute.example.org" is no host in lower case',
    ],
    ['under:institute.example.org', 'host:www.example.org', 'f.yaml:10: rules: "host:www.example.org": leave out "www."'],
    [
      'under:institute.example.org',
      'host:example.org/about',
      'f.yaml:10: rules: "host:example.org/about": a path goes with path:',
    ],
    [
      'path:example.com/books/nbk1',
      'path:example.com/books/',
      'f.yaml:10: rules: "path:example.com/books/": a path is whole segments',
    ],
    [
      'path:example.com/books/nbk1',
      'path:example.com/Books',
      'f.yaml:10: rules: "path:example.com/Books": a path is whole segments',
    ],
    ['x: [ExampleInst]', 'x: ["https://x.com/a"]', 'f.yaml:14: x: "https://x.com/a" is no account\'s name'],
    ['10.12345/abc', '11.1/abc', 'f.yaml:16: doi: "11.1/abc" is no beginning of a DOI'],
    ['id: 012345678', 'id: ror.org/0123', 'f.yaml:19: id: "ror.org/0123" is no ror id.'],
    ['kind: law', 'kind: hearsay', 'f.yaml:21: kind: must be one of ror, issn'],
    ['checked: 2026-01-31', 'checked: yesterday', 'f.yaml:23: checked: must be the day somebody opened the evidence'],
    ['funding:', 'fundung:', 'f.yaml:24: fundung: is no field of such a record. Is it misspelled?'],
  ])('with "%s" written as "%s" is refused with its file, line and field', (good, bad, problem) => {
    expect(problemsOf((problems) => sourcesIn('f.yaml', GOOD.replace(good, bad), problems)).join('\n')).toContain(problem);
  });

  it('may not claim a public suffix, unless a state gave it to health', () => {
    const rule = GOOD.replace('under:institute.example.org', 'under:nhs.uk');
    expect(problemsOf((problems) => sourcesIn('f.yaml', rule, problems))).toEqual([]);
    const hospital = rule.replace('public-health-agency', 'hospital');
    expect(problemsOf((problems) => sourcesIn('f.yaml', hospital, problems))).toEqual([
      'f.yaml:10: rules: "under:nhs.uk" covers everybody\'s sites below "nhs.uk".',
    ]);
  });

  it('does not hide what is wrong in the next one', () => {
    const both = GOOD.replace('country: FR', 'country: france') + GOOD.replace('kind: ror', 'kind: rumour');
    expect(problemsOf((problems) => sourcesIn('f.yaml', both, problems))).toHaveLength(2);
  });
});

describe('a file', () => {
  it.each([
    ['that is no YAML', '- id: [a', 'f.yaml:1: '],
    ['that is no list', 'id: a', 'f.yaml:1: must be a list of records'],
    ['with a text for a record', '- id\n', 'f.yaml:1: must be a record'],
  ])('%s is refused', (_, text, problem) => {
    expect(problemsOf((problems) => sourcesIn('f.yaml', text, problems))[0]).toContain(problem);
  });

  it('of names is read with its decisions', () => {
    const problems: Problem[] = [];
    const text = '- { id: MONDO:0000001, strong: [one], weak-capitals: [TWO] }\n- { id: drug:a, leave-out: everything }\n';
    const [first, second] = nameDecisionsIn('n.yaml', text, problems);
    expect(problems).toEqual([]);
    expect(first).toMatchObject({ strong: ['one'], weak: [], weakCapitals: ['TWO'], drop: [] });
    expect(second?.drop).toBe('everything');
  });

  it.each([
    ['- { id: mondo-1 }', 'id: must be like MONDO:0005301'],
    ['- { id: topic:a, kind: topic }', 'name: is missing: an entry of its own needs one.'],
    ['- { id: topic:a, pages: [wiki:1] }', 'pages: "wiki:1" is no page of a work'],
    ['- { id: topic:a, storng: [a] }', 'storng: is no field'],
  ])('of names with %s is refused', (text, problem) => {
    expect(problemsOf((problems) => nameDecisionsIn('n.yaml', text, problems)).join('\n')).toContain(problem);
  });

  it.each([
    ['- { for: illness-sing, phrases: [a] }', 'for: must be one of illness-sign, health-word, not "illness-sing".'],
    ['- { for: health-word }', 'phrases: is missing or empty.'],
  ])('of phrases with %s is refused', (text, problem) => {
    expect(problemsOf((problems) => phrasesIn('p.yaml', text, ['illness-sign', 'health-word'], problems)).join('\n')).toContain(
      problem,
    );
  });

  it.each([
    ['- { version: "2026-1-1", what: a }', 'version: must be the day and a count'],
    [
      '- { version: 2026-01-01.1, what: a }\n- { version: 2026-01-02.1, what: b }',
      'version: must be newer than the one below it.',
    ],
    ['', 'has no change, so the list has no version.'],
  ])('of changes with "%s" is refused', (text, problem) => {
    expect(problemsOf((problems) => changesIn('c.yaml', text, problems)).join('\n')).toContain(problem);
  });
});
