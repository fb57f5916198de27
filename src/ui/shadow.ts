import badgeStyles from './badge.css?inline';
import panelStyles from './panel.css?inline';
import themeStyles from './theme.css?inline';

// The theme behind .mark, which begins with `all: initial` and would take the colour scheme away, and with it that of scroll bars.
const STYLES = badgeStyles + panelStyles + themeStyles;

/**
 * A closed shadow root with the styles of marks in it: the page can neither read what is inside nor style it.
 * One style sheet serves every root of a document.
 */
export function createShadow(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = sheetOf(host.ownerDocument);
  if (sheet && adopts(root, sheet)) return root;
  const style = host.ownerDocument.createElement('style');
  style.textContent = STYLES;
  root.append(style);
  return root;
}

const sheets = new WeakMap<Document, CSSStyleSheet | null>();

function sheetOf(document: Document): CSSStyleSheet | null {
  let sheet = sheets.get(document);
  if (sheet === undefined) {
    sheet = constructedSheet(document);
    sheets.set(document, sheet);
  }
  return sheet;
}

function constructedSheet(document: Document): CSSStyleSheet | null {
  try {
    // A sheet can only be adopted in the document whose window made it.
    const sheet = new (document.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(STYLES);
    return sheet;
  } catch {
    return null;
  }
}

/** Firefox has refused adopted sheets to content scripts before: hence the check that it took. */
function adopts(root: ShadowRoot, sheet: CSSStyleSheet): boolean {
  try {
    root.adoptedStyleSheets = [sheet];
    return root.adoptedStyleSheets.length === 1;
  } catch {
    return false;
  }
}
