/** Puts a page into the test's document: its style sheets count, and nothing in it runs. */
export function openPage(html: string): void {
  document.open();
  document.write(html);
  document.close();
}

/** Puts markup into an empty page and gives its first element. */
export function open(markup: string): Element {
  document.body.innerHTML = markup;
  return document.body.firstElementChild as Element;
}
