import { HEALTH_WORD, ILLNESS_SIGN, LONGEST, type ReaderInput } from './reader-input.ts';

/**
 * Hashes of one, two and three words in a row, with every name of the lexicon replaced by its kind and people by who they are:
 *
 *     "my mum has Crohn's disease"   →   my · ‹kin› · has · ‹condition› · my ‹kin› · ‹kin› has · … · ‹kin› has ‹condition›
 *
 * So what is learned of a phrase holds for every condition, and no condition is a feature of its own.
 */
export interface Grams {
  readonly hash: Uint32Array;
  /** The tokens a gram spans: from the first to behind the last. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly count: number;
}

/** Words in a row at the most. */
const LONGEST_GRAM = 3;

/** The grams of a text, or of what is left when some tokens are taken (1). The arrays are used again by the next call. */
export function gramsOf(input: ReaderInput, taken: Uint8Array | null = null): Grams {
  const units = unitsOf(input, taken);
  let count = 0;
  for (let first = 0; first < units; first += 1) {
    let hash = 0;
    for (let size = 1; size <= LONGEST_GRAM && first + size <= units; size += 1) {
      hash = Math.imul(hash ^ (unitHash[first + size - 1] as number), 0x85ebca6b) + size;
      hash = (hash ^ (hash >>> 15)) >>> 0;
      grams.hash[count] = hash;
      grams.from[count] = unitFrom[first] as number;
      grams.to[count] = unitTo[first + size - 1] as number;
      count += 1;
    }
  }
  grams.count = count;
  return grams;
}

const grams = {
  hash: new Uint32Array(LONGEST * LONGEST_GRAM),
  from: new Uint16Array(LONGEST * LONGEST_GRAM),
  to: new Uint16Array(LONGEST * LONGEST_GRAM),
  count: 0,
};

const unitHash = new Uint32Array(LONGEST);
const unitFrom = new Uint16Array(LONGEST);
const unitTo = new Uint16Array(LONGEST);

/** The tokens, those of one name taken together. */
function unitsOf({ count, hash, kind }: ReaderInput, taken: Uint8Array | null): number {
  let units = 0;
  let before = 0;
  for (let token = 0; token < count; token += 1) {
    if (taken !== null && taken[token] === 1) continue;
    const own = nameKind(kind[token] as number);
    const isSame = own > 0 && own === before;
    before = own;
    if (isSame) {
      unitTo[units - 1] = token + 1;
      continue;
    }
    unitHash[units] = own > 0 ? KIND_HASH + own : (hash[token] as number);
    unitFrom[units] = token;
    unitTo[units] = token + 1;
    units += 1;
  }
  return units;
}

/** Words of illness and health stay the words that they are: each says something of its own. */
function nameKind(kind: number): number {
  return kind === ILLNESS_SIGN || kind === HEALTH_WORD ? 0 : kind;
}

/** Below the hashes of words, above the tokens that stand for many: see reader-input.ts. */
const KIND_HASH = 16;
