import { parseSync } from 'vite';

/** A text that a reader would see and that stands in the code, where no translator finds it. */
export interface TextInCode {
  readonly line: number;
  readonly text: string;
}

/**
 * Where source code holds words for a reader: what elements show, what their spoken attributes say, and any other prose.
 * What only developers see is none: class names, selectors, errors, types.
 */
export function textsInCode(path: string, code: string): readonly TextInCode[] {
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  const found: TextInCode[] = [];
  look(program as unknown as Node, 'code');
  return found;

  function look(node: Node, place: Place): void {
    const text = textOf(node);
    if (
      text !== null &&
      place !== 'hidden' &&
      (place === 'shown' ? LETTER.test(text) : PROSE.test(text.replaceAll(MARKUP, '|')))
    ) {
      found.push({ line: code.slice(0, node.start).split('\n').length, text: text.trim() });
    }
    for (const [key, child] of childrenOf(node)) look(child, placeOf(node, key, place));
  }
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Whether a text at a place is shown to a reader, never shown, or shown if it is prose. */
type Place = 'shown' | 'hidden' | 'code';

const LETTER = /\p{L}/u;
const PROSE = /\p{L}{2,}[,:;.!?…]* \p{L}/u;
/** Tags, and the conditions in selectors. */
const MARKUP = /<[^>]*>?|\[[^\]]*\]?/g;

const SPOKEN = /^(aria-(label|description|roledescription|placeholder|valuetext)|title|alt|placeholder|label|name|explanation)$/;
const DRAWN = /^(textContent|innerText|innerHTML|nodeValue|title|alt|placeholder|ariaLabel|ariaDescription)$/;

function placeOf(node: Node, key: string, place: Place): Place {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return key === 'children' ? 'shown' : 'code';
    case 'JSXAttribute':
      return key === 'value' ? (SPOKEN.test(nameOf(node['name'])) ? 'shown' : 'hidden') : 'hidden';
    case 'AssignmentExpression': {
      const target = nameOf((node['left'] as Node)['property']);
      if (target === 'font') return 'hidden';
      return key === 'right' && DRAWN.test(target) ? 'shown' : place;
    }
    // What stands in an element through a condition is shown like what stands there plainly; the condition is not.
    case 'ConditionalExpression':
      return key === 'test' ? 'code' : place;
    case 'LogicalExpression':
    case 'JSXExpressionContainer':
    case 'TemplateLiteral':
    case 'ParenthesizedExpression':
      return place;
    case 'CallExpression':
    case 'NewExpression':
      return key === 'arguments' && FOR_DEVELOPERS.test(nameOf(node['callee'])) ? 'hidden' : 'code';
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return 'hidden';
    default:
      return node.type.startsWith('TS') && node.type.endsWith('Type') ? 'hidden' : 'code';
  }
}

const FOR_DEVELOPERS = /^(\w*Error|querySelector(All)?|closest|matches|matchMedia|test|RegExp)$/;

function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return node['value'] as string;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type === 'TemplateElement') return (node['value'] as { readonly cooked: string }).cooked;
  return null;
}

function nameOf(node: unknown): string {
  const { name, property, namespace } = (node ?? {}) as { readonly [key: string]: unknown };
  if (typeof name === 'string') return namespace ? `${nameOf(namespace)}:${name}` : name;
  return property ? nameOf(property) : '';
}

function childrenOf(node: Node): readonly (readonly [string, Node])[] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child): readonly [string, Node] => [key, child]),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
