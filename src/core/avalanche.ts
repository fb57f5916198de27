/** A hash with each of its bits spread over all 32, unsigned (the finaliser of MurmurHash3, public domain). */
export function avalanche(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The slot of a table that a hash has, by its upper 24 bits: the table may be of any size. */
export function slotIn(hash: number, slots: number): number {
  return Math.floor(((hash >>> 8) * slots) / (1 << 24));
}
