import badgeStyles from './badge.css?inline';
import boxStyles from './panel-box.css?inline';
import themeStyles from './theme.css?inline';

// The theme behind .mark, which begins with `all: initial` and would take the colour scheme away, and with it that of scroll bars.
const STYLES = badgeStyles + boxStyles + themeStyles;

/**
 * A closed shadow root with the styles of marks in it: the page can neither read what is inside nor style it.
 * One style sheet serves every root of a document.
 */
export function createShadow(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(root, STYLES);
  return root;
}

const styled = new WeakMap<ShadowRoot, Set<string>>();

/** Puts styles into a root, once, behind those that it has. */
export function addStyles(root: ShadowRoot, styles: string): void {
  const known = styled.get(root) ?? new Set();
  if (known.has(styles)) return;
  styled.set(root, known.add(styles));
  const sheet = sheetOf(root.ownerDocument, styles);
  if (sheet && adopts(root, sheet)) return;
  const style = root.ownerDocument.createElement('style');
  style.textContent = styles;
  root.append(style);
}

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet | null>>();

function sheetOf(document: Document, styles: string): CSSStyleSheet | null {
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet | null>();
  sheets.set(document, known);
  let sheet = known.get(styles);
  if (sheet === undefined) {
    sheet = constructedSheet(document, styles);
    known.set(styles, sheet);
  }
  return sheet;
}

function constructedSheet(document: Document, styles: string): CSSStyleSheet | null {
  try {
    // A sheet can only be adopted in the document whose window made it.
    const sheet = new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(styles);
    return sheet;
  } catch {
    return null;
  }
}

/** Firefox has refused adopted sheets to content scripts before: hence the check that it took. */
function adopts(root: ShadowRoot, sheet: CSSStyleSheet): boolean {
  try {
    const wanted = [...root.adoptedStyleSheets, sheet];
    root.adoptedStyleSheets = wanted;
    return root.adoptedStyleSheets.length === wanted.length;
  } catch {
    return false;
  }
}
