import { type Messages, messagesOf } from '../ui/english.ts';

/**
 * A language that nobody speaks and everybody can read, to see what does not fit and what is still English:
 *
 *     pseudoLocale('ltr')  // 'Close' → '⟦Çļöšé ööé⟧'
 *     pseudoLocale('rtl')  // the same, drawn from right to left
 *
 * Its texts are 40 % longer than the English ones, as translations are; short ones are twice as long, as those are too.
 */
export function pseudoLocale(direction: 'ltr' | 'rtl'): Messages {
  const messages = Object.entries(messagesOf('en')).map(([id, message]) => {
    const text = direction === 'ltr' ? accented(message.message) : turned(accented(message.message));
    return [id, { ...message, message: text }] as const;
  });
  return {
    ...Object.fromEntries(messages),
    name: { message: 'Lived & Cited' },
    language: { message: direction === 'ltr' ? 'en-XA' : 'ar-XB' },
    direction: { message: direction },
  };
}

const GAP = /(\$\w+\$)/;
const SHORT = 20;

function accented(text: string): string {
  const pieces = text.split(GAP).map((piece) => (GAP.test(piece) ? piece : withAccents(piece)));
  return `⟦${pieces.join('')}${longer(text)}⟧`;
}

/** Words of the text again, as many as are missing. */
function longer(text: string): string {
  const letters = text.replaceAll(/\$\w+\$/g, '').length;
  const missing = Math.ceil(letters * (letters < SHORT ? 1 : 0.4));
  const words = text
    .split(GAP)
    .filter((piece) => !GAP.test(piece))
    .join('');
  return missing === 0 ? '' : ` ${withAccents(words.repeat(2).slice(0, missing).trim())}`;
}

const PLAIN = 'AaBbCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz';
const ACCENTED = 'ÅåßƀÇçÐďÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž';

function withAccents(text: string): string {
  return [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');
}

const RIGHT_TO_LEFT_OVERRIDE = '\u202e';
const END = '\u202c';

/** Each word drawn backwards. What fills a gap keeps its own direction. */
function turned(text: string): string {
  const pieces = text.split(GAP);
  return pieces.map((piece) => (GAP.test(piece) || piece === '' ? piece : RIGHT_TO_LEFT_OVERRIDE + piece + END)).join('');
}
