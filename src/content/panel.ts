import type { Assessment, Label } from '../core/assessment.ts';
import type { ListVersion } from '../core/records.ts';
import type { RecordIds, Records } from '../messages.ts';

/** What of the panel concerns one post. */
export interface PanelView {
  /** The label whose panel is open. */
  readonly open: Label | null;
  readonly records: Records | 'loading' | 'failed';
  readonly list: ListVersion | null;
  /** The labels that the post had when it was opened: what is switched off in a panel can be taken back in it. */
  readonly held: readonly Label[];
}

export interface PanelNeeds {
  records(ids: RecordIds): Promise<Records>;
  listVersion(): Promise<ListVersion>;
  /** What is shown of a post has changed. */
  onChange(root: Element): void;
}

export interface Panel {
  /** Opens the panel of a post and closes the one that was open. */
  open(root: Element, label: Label, held: readonly Label[], assessment: Assessment): void;
  /** Closes the panel of a post; says which label's it was, and `null` when it was not open. */
  close(root: Element): Label | null;
  viewOf(root: Element): PanelView;
}

interface OpenPanel {
  readonly root: Element;
  readonly held: readonly Label[];
  label: Label;
  records: PanelView['records'];
  list: PanelView['list'];
}

const CLOSED: PanelView = { open: null, records: 'loading', list: null, held: [] };

/** The panel of a feed: which one is open, one at a time, and the records it shows. */
export function panel(needs: PanelNeeds, signal: AbortSignal): Panel {
  let opened: OpenPanel | null = null;

  function close(root: Element): Label | null {
    if (opened?.root !== root) return null;
    const { label } = opened;
    opened = null;
    needs.onChange(root);
    return label;
  }

  function begin(root: Element, label: Label, held: readonly Label[], assessment: Assessment): void {
    if (opened) close(opened.root);
    const mine: OpenPanel = { root, held, label, records: 'loading', list: null };
    opened = mine;
    function learn(part: Partial<OpenPanel>): void {
      Object.assign(mine, part);
      if (opened === mine && !signal.aborted) needs.onChange(root);
    }
    needs.records(idsIn(assessment)).then(
      (records) => learn({ records }),
      () => learn({ records: 'failed' }),
    );
    // Without it the panel only leaves out how old the list is.
    needs.listVersion().then(
      (list) => learn({ list }),
      () => {},
    );
  }

  return {
    open(root, label, held, assessment) {
      // Another label of the same post: the same panel, with the same records.
      if (opened?.root === root) opened.label = label;
      else begin(root, label, held, assessment);
      needs.onChange(root);
    },
    close,
    viewOf(root) {
      if (opened?.root !== root) return CLOSED;
      const { label: open, records, list, held } = opened;
      return { open, records, list, held };
    },
  };
}

function idsIn({ citations, mentions }: Assessment): RecordIds {
  return {
    sources: [...new Set(citations.map(({ source }) => source))],
    entries: [...new Set(mentions.map(({ id }) => id))],
  };
}
