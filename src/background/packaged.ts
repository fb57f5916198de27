/**
 * The bytes of a file of the extension's own package. No request leaves the browser.
 * Rejects with a plain sentence when it cannot be read.
 */
export async function packagedBytes(address: string): Promise<Uint8Array> {
  const answer = await fetch(new URL(address, location.href));
  if (!answer.ok)
    throw new Error(
      `The extension's file ${address} cannot be read (${answer.status}). Installing the extension again mends it.`,
    );
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * Makes a thing once in the life of the background. So does it fail: a damaged file is not read again for every post, and a
 * background that starts anew tries again.
 */
export function once<Thing>(make: () => Promise<Thing>): () => Promise<Thing> {
  let made: Promise<Thing> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
