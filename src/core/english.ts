/**
 * All that the reader is told of English; the rest it learns from posts.
 * Another language needs lists like these, and weights trained on posts of that language.
 */

/** People the author is close to or cares for. With `'s` and in the plural they are found too. */
export const KIN: readonly string[] = (
  'mum mom mam mama momma mommy mummy mother dad da daddy father papa pop pops parent son daughter kid child baby toddler twin wife husband ' +
  'hubby spouse partner fiance fiancé fiancée boyfriend girlfriend bf gf brother sister sibling sis bro grandma grandpa grandmother ' +
  'grandfather grandparent granny gran nan nana nanna nanny grandad granddad grandson granddaughter gramps aunt auntie uncle cousin niece ' +
  'nephew friend bestie stepdad stepmom stepfather stepmother stepson stepdaughter mil fil sil bil'
).split(' ');

/** Plurals that are no `-s`. */
export const KIN_PLURALS: readonly string[] = ['children', 'wives', 'babies', 'aunties', 'grandchildren'];

/** Somebody who was named before. */
export const THIRD_PERSON: readonly string[] =
  "he she his her him hers he's she's he'd she'd he'll she'll hes shes himself herself".split(' ');

/** The author, alone or with others. */
export const FIRST_PERSON: readonly string[] =
  "i me my mine myself im i'm ive i've id i'd i'll we us our ours ourselves we're we've we'd we'll".split(' ');
