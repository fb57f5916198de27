/**
 * Whether people could write a name so: not an index's or a registry's way of putting it.
 *
 *     isSpoken('cystic fibrosis')                                  // true
 *     isSpoken('diabetes mellitus, type 2, susceptibility to')     // false
 */
export function isSpoken(name: string): boolean {
  return name.length >= 2 && name.length <= 70 && name.split(/[\s-]+/).length <= 8 && !UNSPOKEN.test(name);
}

const UNSPOKEN = new RegExp(
  [
    'caused by mutation',
    'due to mutation',
    'susceptib', // also spelled "susceptiblity"
    'modifier of',
    'association with',
    'protection against',
    'resistance to',
    '\\((?:disease|disorder|disorders|finding|diagnosis|morphologic abnormality|clinical|person|qualifier value)\\)',
    '\\bNOS\\b',
    '\\bobsolete\\b',
    'unspecified',
    '\\bother\\b',
    ' and/or ',
    '[\\[\\]<>{}|~]',
  ].join('|'),
  'i',
);

/**
 * A name with its commas turned into the order in which it is said; the name itself when it has none.
 *
 *     'alopecia, isolated'                      → isolated alopecia
 *     'cutis laxa, autosomal recessive, type 2' → autosomal recessive cutis laxa type 2
 *     'dysplasia, Smith type'                   → Smith type dysplasia · dysplasia Smith type
 */
export function spokenOrders(name: string): readonly string[] {
  const parts = name.split(', ');
  if (parts.length === 1) return [name];
  // A list ("tetanus, diphtheria and pertussis") or a clause ("with short stature") has no other order.
  if (parts.slice(1).some((part) => /\b(?:and|or)\b/.test(part))) return [name];
  const [head = '', ...rest] = parts;
  const trailing = rest.filter((part) => TRAILING.test(part));
  const leading = rest.filter((part) => !TRAILING.test(part));
  const order = [...leading, head, ...trailing].join(' ');
  return leading.length === 1 && / type$/.test(leading[0] as string) ? [order, parts.join(' ')] : [order];
}

/** What is said behind a name: "type 2", "with deafness", "1A", "X-linked 3". */
const TRAILING =
  /^(?:(?:type|stage|grade|group|variant|form|class)\b|with\b|without\b|due\b|in\b|of\b|[IVX]+[A-Ca-c]?$|\d+[A-Za-z]?\d*$)/;
