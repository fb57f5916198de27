/** A listener that hears only what the reader did: a page can press what is ours without seeing it, and must not bring anything about. */
export function byHand(act: () => void): (event: Event) => void {
  return (event) => {
    if (event.isTrusted) act();
  };
}
