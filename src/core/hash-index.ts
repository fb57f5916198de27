/**
 * Numbers for hashes: an open-addressed table that is its own file, so there is nothing to build when it is opened.
 *
 *     slots   u32 × size   each key in the first free place from `key % size` on; 0 where there is none
 *
 * A key's number is its slot: rows that belong to keys are kept in the order of the slots.
 */
export interface HashIndex {
  readonly slots: Uint32Array;
  /** The slot of a hash, or -1. */
  indexOf(hash: number): number;
}

/** A table for keys, a quarter of it free. A key of 0 is left out. */
export function hashIndexOf(keys: Iterable<number>): HashIndex {
  const sorted = Uint32Array.from(keys).sort();
  const slots = new Uint32Array(Math.ceil(sorted.length / 0.75) + 1);
  for (const key of sorted) {
    let slot = key % slots.length;
    while (slots[slot] !== 0 && slots[slot] !== key) slot = next(slot, slots.length);
    slots[slot] = key;
  }
  return openHashIndex(slots);
}

/** Opens the slots of a table. They must have a free one: `hashIndexOf` leaves many. */
export function openHashIndex(slots: Uint32Array): HashIndex {
  const size = slots.length;
  return {
    slots,
    indexOf(hash) {
      for (let slot = hash % size, tried = 0; tried < size; slot = next(slot, size), tried += 1) {
        const key = slots[slot] as number;
        if (key === hash) return key === 0 ? -1 : slot;
        if (key === 0) return -1;
      }
      return -1;
    },
  };
}

function next(slot: number, size: number): number {
  return slot + 1 === size ? 0 : slot + 1;
}
