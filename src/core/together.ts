/**
 * The folded letters of one word as a name of several words, written together, may have them.
 * Inside a name the ends of plurals are stemmed away: `#ehlersdanlos` is `ehler·danlo`, so each `s` inside may be one too many,
 * and any few of them.
 */
export function formsTogether(letters: string): readonly string[] {
  const inner = Array.from(letters.slice(0, -1).matchAll(/(?<=...)s/g), ({ index }) => index).slice(0, MOST_INNER_S);
  return Array.from({ length: 1 << inner.length }, (_, dropped) =>
    without(
      letters,
      inner.filter((_, number) => (dropped & (1 << number)) !== 0),
    ),
  );
}

const MOST_INNER_S = 4;

function without(letters: string, places: readonly number[]): string {
  return [...letters].filter((_, place) => !places.includes(place)).join('');
}
