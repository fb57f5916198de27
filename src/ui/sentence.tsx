import { type ComponentChildren, Fragment, type JSX } from 'preact';
import type { MessageId, Translate } from './translate.ts';

export interface SentenceProps {
  readonly t: Translate;
  readonly id: MessageId;
  readonly parts: readonly ComponentChildren[];
}

/** A text whose placeholders are filled with elements, each where the language wants it. */
export function Sentence({ t, id, parts }: SentenceProps): JSX.Element {
  const text = t(id, ...parts.map((_, index) => standInFor(index)));
  return (
    <>
      {text.split(STAND_INS).map((piece) => {
        const index = piece.charCodeAt(0) - FIRST_STAND_IN;
        return index >= 0 && index < parts.length ? <Fragment key={piece}>{parts[index]}</Fragment> : piece;
      })}
    </>
  );
}

// Characters of the private use area: no translation has them.
const FIRST_STAND_IN = 0xe000;
const STAND_INS = /([\ue000-\ue00f])/u;

function standInFor(index: number): string {
  return String.fromCharCode(FIRST_STAND_IN + index);
}
