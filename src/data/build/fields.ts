import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';

/** What is wrong in a curated file, and where. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** The field's name; empty for a whole record or file. */
  readonly field: string;
  readonly message: string;
}

/** One record of a curated file. Every way to read a field notes a problem instead of throwing, and goes on. */
export interface Fields {
  readonly line: number;
  has(field: string): boolean;
  /** The empty text when it is missing or none, which is a problem. */
  text(field: string): string;
  optionalText(field: string): string | null;
  /** Empty when it is missing. */
  list(field: string): readonly string[];
  /** Records inside the record. */
  records(field: string): readonly Fields[];
  /** Notes what is wrong with a field's value. */
  wrong(field: string, message: string): void;
  /** Notes every field that nobody read. */
  close(): void;
}

/** The records of a file that is a list of them. */
export function recordsIn(file: string, text: string, problems: Problem[]): readonly Fields[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (const error of document.errors) {
    problems.push({
      file,
      line: lines.linePos(error.pos[0]).line,
      field: '',
      message: error.message.split('\n', 1)[0] as string,
    });
  }
  if (document.errors.length > 0) return [];
  const root = document.contents;
  if (root === null) return [];

  function lineOf(node: Node | null | undefined): number {
    return lines.linePos(node?.range?.[0] ?? 0).line;
  }

  function recordsOf(node: unknown, field: string): readonly Fields[] {
    if (!isSeq(node)) {
      problems.push({ file, line: lineOf(node as Node), field, message: 'must be a list of records, each beginning with "- ".' });
      return [];
    }
    return node.items.flatMap((item) => {
      if (isMap(item)) return [fieldsOf(item)];
      problems.push({ file, line: lineOf(item as Node), field, message: 'must be a record: "name: value" lines.' });
      return [];
    });
  }

  function fieldsOf(map: YAMLMap): Fields {
    const read = new Set<string>();
    const line = lineOf(map);

    function wrong(field: string, message: string): void {
      const pair = map.items.find((item) => isScalar(item.key) && item.key.value === field);
      problems.push({ file, line: pair === undefined ? line : lineOf(pair.key as Node), field, message });
    }

    function fieldNode(field: string): unknown {
      read.add(field);
      return map.get(field, true);
    }

    function scalarOf(node: unknown): string | null {
      if (!isScalar(node) || node.value === null) return null;
      const value = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
      return value.trim() === '' ? null : value.trim();
    }

    function list(field: string): readonly string[] {
      const node = fieldNode(field);
      if (node === undefined) return [];
      if (!isSeq(node)) {
        wrong(field, 'must be a list: [one, another].');
        return [];
      }
      return node.items.flatMap((item) => {
        const value = scalarOf(item);
        if (value === null) wrong(field, 'has an item that is empty or no text.');
        return value ?? [];
      });
    }

    function optionalText(field: string): string | null {
      const node = fieldNode(field);
      if (node === undefined) return null;
      const value = scalarOf(node);
      if (value === null) wrong(field, 'must be a text.');
      return value;
    }

    return {
      line,
      has: (field) => map.has(field),
      optionalText,
      list,
      wrong,
      text(field) {
        if (!map.has(field)) wrong(field, 'is missing.');
        return optionalText(field) ?? '';
      },
      records(field) {
        const node = fieldNode(field);
        return node === undefined ? [] : recordsOf(node, field);
      },
      close() {
        for (const item of map.items) {
          const field = isScalar(item.key) ? String(item.key.value) : '?';
          if (!read.has(field)) wrong(field, 'is no field of such a record. Is it misspelled?');
        }
      },
    };
  }

  return recordsOf(root, '');
}

/** "src/data/curated/sources/agencies.yaml:12: kind: must be …" */
export function problemLine(problem: Problem): string {
  return `${problem.file}:${problem.line}: ${problem.field === '' ? '' : `${problem.field}: `}${problem.message}`;
}
