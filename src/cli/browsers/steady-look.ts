/**
 * Looks at a page that may change meanwhile: what was found can be gone when something is asked of it. Then all of it is looked at
 * anew, a few times at most.
 */
export async function steadyLook<T>(look: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left -= 1) {
    try {
      return await look();
    } catch (error) {
      if (left === 0 || !GONE.test(String(error))) throw error;
    }
  }
}

/** As Chromium and Firefox say it. */
const GONE = /no node with given id|could not find node|no such node|cannot find context|stale/i;
