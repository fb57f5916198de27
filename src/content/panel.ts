import type { Assessment, Label } from '../core/assessment.ts';
import type { ListVersion } from '../core/records.ts';
import type { RecordIds, Records } from '../messages.ts';
import { drawFailure } from '../ui/draw-failure.ts';
import type { DrawPanel } from '../ui/mark.ts';

/** What of the panel concerns one post. */
export interface PanelView {
  /** The label whose panel is open. */
  readonly open: Label | null;
  /** `null` until it is there. */
  readonly draw: DrawPanel | null;
  readonly records: Records | 'loading' | 'failed';
  readonly list: ListVersion | null;
  /** The labels that the post had when it was opened: what is switched off in a panel can be taken back in it. */
  readonly held: readonly Label[];
}

export interface PanelNeeds {
  /** What draws panels, from when it is first wanted on. */
  drawer(): Promise<DrawPanel>;
  records(ids: RecordIds): Promise<Records>;
  listVersion(): Promise<ListVersion>;
  /** What is shown of a post has changed. */
  onChange(root: Element): void;
}

export interface Panel {
  /** One may be opened soon. */
  prepare(): void;
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
  draw: PanelView['draw'];
  records: PanelView['records'];
  list: PanelView['list'];
}

const CLOSED: PanelView = { open: null, draw: null, records: 'loading', list: null, held: [] };

/** The panel of a feed: which one is open, one at a time, and the records it shows. */
export function panel(needs: PanelNeeds, signal: AbortSignal): Panel {
  let opened: OpenPanel | null = null;
  let draw: DrawPanel | null = null;
  let drawer: Promise<void> | null = null;

  /** Has it brought, once. What failed is tried again with the next panel. */
  function fetchDrawer(): Promise<void> {
    drawer ??= needs.drawer().then(
      (brought) => {
        draw = brought;
      },
      () => {
        drawer = null;
      },
    );
    return drawer;
  }

  function close(root: Element): Label | null {
    if (opened?.root !== root) return null;
    const { label } = opened;
    opened = null;
    needs.onChange(root);
    return label;
  }

  function begin(root: Element, label: Label, held: readonly Label[], assessment: Assessment): void {
    if (opened) close(opened.root);
    const mine: OpenPanel = { root, held, label, draw, records: 'loading', list: null };
    opened = mine;
    function learn(part: Partial<OpenPanel>): void {
      Object.assign(mine, part);
      if (opened === mine && !signal.aborted) needs.onChange(root);
    }
    if (!draw) void fetchDrawer().then(() => learn({ draw: draw ?? drawFailure }));
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
    prepare: () => void fetchDrawer(),
    open(root, label, held, assessment) {
      // Another label of the same post: the same panel, with the same records.
      if (opened?.root === root) opened.label = label;
      else begin(root, label, held, assessment);
      needs.onChange(root);
    },
    close,
    viewOf(root) {
      if (opened?.root !== root) return CLOSED;
      const { label: open, draw, records, list, held } = opened;
      return { open, draw, records, list, held };
    },
  };
}

function idsIn({ citations, mentions }: Assessment): RecordIds {
  return {
    sources: [...new Set(citations.map(({ source }) => source))],
    entries: [...new Set(mentions.map(({ id }) => id))],
  };
}
