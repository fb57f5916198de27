/**
 * Phrases that speak for or against a reading, and how much (in log-odds).
 *
 *     '<me> ~3 diagnosed'         a word of the class `me`, up to three words, `diagnosed`
 *     'give|gives me <ill>'       `give` or `gives`, `me`, a word of the class `ill`
 */
export type CueTable = readonly (readonly [weight: number, ...phrases: readonly string[]])[];
