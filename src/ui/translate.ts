// biome-ignore lint/style/noRestrictedImports: only its type, for the ids; nothing is loaded
import type messages from '../public/_locales/en/messages.json';

/** The id of a text in `_locales`. A missing text does not compile. */
export type MessageId = keyof typeof messages;

/** The text of an id in the reader's language, with its placeholders filled in order. */
export type Translate = (id: MessageId, ...substitutions: readonly string[]) => string;
