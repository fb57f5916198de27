import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, encodeEntries, openEntries } from '../../src/core/entries.ts';

const kind = fc.constantFrom<Entry['kind']>('condition', 'drug', 'source', 'decoy', 'illness-sign');
const entry = fc.record({ kind, id: fc.stringMatching(/^[a-z:0-9]{1,12}$/), name: fc.string({ maxLength: 40 }) });

describe('the table of entries', () => {
  it('gives back every entry as it was put in, however many there are', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 200 }), (list) => {
        const entries = openEntries(encodeEntries(list));
        expect(entries.count).toBe(list.length);
        const read = list.map((_, number) => ({
          kind: entries.kindOf(number),
          id: entries.idOf(number),
          name: entries.nameOf(number),
        }));
        // What is no character (half of a pair) is replaced in UTF-8.
        expect(read).toEqual(list.map((one) => ({ ...one, name: one.name.toWellFormed() })));
      }),
      { numRuns: 40 },
    );
  });

  it('takes no text that its bytes for lengths cannot tell', () => {
    const long = { kind: 'condition' as const, id: 'a', name: 'é'.repeat(127) };
    expect(() => encodeEntries([long])).toThrow('The id and name of entry "a" are too long for the table: 256 bytes.');
  });

  it.each([3, 8, 19])('that is cut off to %i bytes is refused', (size) => {
    const bytes = encodeEntries([{ kind: 'drug', id: 'drug:a', name: 'A' }]).slice(0, size);
    expect(() => openEntries(bytes)).toThrow('damaged');
  });
});
