/**
 * Whether a text is to be read as English: by the page's word where there is one, else by its own small words.
 * A text too short to tell counts as English when it is written in plain Latin letters.
 *
 *     isEnglish('I was diagnosed last year', null)   // true
 *     isEnglish('J’ai été diagnostiquée', null)      // false
 *     isEnglish('lupus', 'fr')                       // false
 */
export function isEnglish(text: string, language: string | null): boolean {
  if (isTold(language)) return /^en(?:-|$)/i.test(language);
  const words =
    text
      .slice(0, 2000)
      .toLowerCase()
      .match(/[\p{L}\p{M}'’]+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const other = words.filter((word) => OTHER.has(word)).length;
  if (english !== other) return english > other && english * 12 >= words.length;
  return words.length <= SHORT && words.every((word) => /^[a-z'’]+$/.test(word));
}

/** Whether the page says that a text is in another language. */
export function isOtherThanEnglish(language: string | null): boolean {
  return isTold(language) && !/^en(?:-|$)/i.test(language);
}

/** Sites write `und`, `qme`, `qht`, `zxx` … where they could not tell. */
function isTold(language: string | null): language is string {
  return language !== null && !/^(?:und|zxx|q[a-z]{2})(?:-|$)/i.test(language);
}

/** Words of a text that is too short to tell, at the most. */
const SHORT = 6;

/** Small words of one language that are none, or rare, in the other. */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    'the and of to is was are were been have has had my i you he she it we they this that with for from not but what when who which ' +
    "his her their our your i'm i’m it's it’s don't don’t after before about because since if so just been will would can could"
  ).split(' '),
);

const OTHER: ReadonlySet<string> = new Set(
  (
    'el la los las que y es con por para una pero muy mi yo de del le les des et est une je pas que dans pour avec sur mais der die das und ' +
    'ist nicht ich mit ein eine auf für von zu il lo gli che è non per di un sono con mio e o os um uma não com para meu em na do da het een ' +
    'niet van en ik op met voor zijn och att det som är jag inte på w na i nie się jest to z do'
  )
    .split(' ')
    .filter((word) => !['i', 'to', 'do', 'con', 'die', 'het'].includes(word)),
);
