import type { ComponentChildren } from 'preact';

/** A text as somebody typed it, cut at its addresses and emoji, each drawn the way its site does. */
export function typedText(
  text: string,
  draw: { address(address: string): ComponentChildren; emoji(emoji: string, source: string): ComponentChildren },
): ComponentChildren {
  return text.split(ADDRESS_OR_EMOJI).map((piece) => {
    if (piece.startsWith('https://')) return draw.address(piece);
    return EMOJI.test(piece) ? draw.emoji(piece, emojiPicture(piece)) : <span>{piece}</span>;
  });
}

const ADDRESS_OR_EMOJI = /(https:\/\/\S+|\p{Extended_Pictographic})/u;
const EMOJI = /^\p{Extended_Pictographic}$/u;

/** The sites load theirs from their own servers; the demo loads nothing. */
function emojiPicture(emoji: string): string {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text y=".9em" font-size="90">${emoji}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}
