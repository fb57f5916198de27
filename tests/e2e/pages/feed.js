// What the invented pages of both sites have in common: a list that draws only the posts near the window, measures them and
// puts each at its place, and that draws everything anew when it pleases, as the sites do.
//
//   ┌ list, as high as all posts ┐
//   │ cell  translateY(0)        │
//   │ cell  translateY(241px)    │  ← the window and a screen around it
//   └────────────────────────────┘
//
// What a test may do with it is at `window.feed`.

/** Every element that the site itself has made. */
const made = new WeakSet();

/** An element: el('a', { href: '/x' }, 'text', el('b')). */
export function el(name, attributes = {}, ...children) {
  const isDrawing = name === 'svg' || name === 'path';
  const element = isDrawing ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  made.add(element);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value !== null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/**
 * @param posts those near the top, and those far below, behind a lot of others.
 * @param drawCell draws a post, in a cell.
 * @param estimate a cell's height before it is measured.
 */
export function startFeed({ posts, drawCell, estimate }) {
  const list = document.querySelector('#list');
  /** At an address with `?keep` posts stay when they are scrolled away, as on Facebook before it let go of them. */
  const keepsAll = new URLSearchParams(location.search).has('keep');
  const heights = new Map();
  const cells = new Map();
  let all = [...posts.near, ...Array.from({ length: 40 }, (_, index) => filler(index)), ...posts.far];

  function layout() {
    const from = window.scrollY - window.innerHeight;
    const to = window.scrollY + 2 * window.innerHeight;
    let top = 0;
    for (const post of all) {
      if (top + heightOf(post) > from && top < to) place(post, top);
      else if (!keepsAll) drop(post.id);
      top += heightOf(post);
    }
    list.style.minHeight = `${top}px`;
  }

  function heightOf(post) {
    return heights.get(post.id) ?? estimate;
  }

  function place(post, top) {
    if (!cells.has(post.id)) {
      cells.set(post.id, drawCell(post));
      list.append(cells.get(post.id));
    }
    const cell = cells.get(post.id);
    const transform = `translateY(${top}px)`;
    if (cell.style.transform !== transform) cell.style.transform = transform;
    heights.set(post.id, cell.offsetHeight);
  }

  function drop(id) {
    cells.get(id)?.remove();
    cells.delete(id);
  }

  window.addEventListener('scroll', layout, { passive: true });
  window.addEventListener('resize', layout);
  layout();

  window.feed = {
    layout,
    /** As on a change of theme: every node is new. */
    redraw() {
      for (const id of [...cells.keys()]) drop(id);
      layout();
    },
    /** The nodes of a post are used for another one, as by a list that recycles them. */
    recycle(id, other) {
      const cell = cells.get(id);
      cell.replaceChildren(...drawCell(other).childNodes);
      all = all.map((post) => (post.id === id ? other : post));
      cells.delete(id);
      cells.set(other.id, cell);
      layout();
    },
    prepend(post) {
      all = [post, ...all];
      layout();
    },
    /** A cell with a post, as the site draws it anywhere: in a dialog, on a page of its own. */
    draw: drawCell,
    /** As when the reader nears the end: more posts come below. */
    extend(posts) {
      all = [...all, ...posts];
      layout();
    },
    isForeign: (element) => !made.has(element),
    /** Takes out whatever is in the list and is not the site's own, as its rendering may at any time. Says how much it was. */
    dropForeign() {
      const foreign = [...list.querySelectorAll('*')].filter((element) => !made.has(element));
      for (const element of foreign) element.remove();
      return foreign.length;
    },
  };
}

function filler(index) {
  const words = ['The bus was late again.', 'Rain since noon.', 'New shelves are up.', 'The dog has found the cake.'];
  return {
    id: String(7000 + index),
    name: `Person ${index}`,
    handle: `person_${index}`,
    text: [`${words[index % 4]} (${index})`],
  };
}
