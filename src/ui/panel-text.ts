/**
 * What is read in a panel, as plain text to paste anywhere: what is painted cannot be selected. Without what can be done with it.
 *
 *     Orphanet
 *     Medical reference work · France
 *     The page cited (https://www.orpha.net/en/disease/detail/558)
 */
export function panelText(panel: Element): string {
  return textOf(panel)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as HTMLElement;
  if (element.matches('footer, .unseen')) return '';
  const { said } = element.dataset;
  if (said !== undefined) return said;
  return laidOut(element, [...element.childNodes].map(textOf).join(''));
}

function laidOut(element: HTMLElement, text: string): string {
  switch (element.localName) {
    case 'a': {
      const { href } = element as HTMLAnchorElement;
      const link = text.includes('://') ? text : `${text} (${href})`;
      return element.matches('.links > *') ? `\n${link}` : link;
    }
    case 'q':
      return `“${text}”`;
    case 'h2':
    case 'h3':
    case 'h4':
      return `\n\n${text}`;
    case 'li':
      return `\n- ${text.trim()}`;
    case 'blockquote':
      return `\n> ${text}`;
    case 'h5':
    case 'p':
    case 'summary':
      return `\n${text}`;
    default:
      return element.matches('.line') ? `\n${text}` : text;
  }
}
