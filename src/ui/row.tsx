import type { ComponentChildren, JSX } from 'preact';

export interface RowProps {
  /** Of the name's element; no other may have it. */
  readonly id: string;
  readonly name: string;
  readonly detail: ComponentChildren;
  readonly disabled: boolean;
  readonly actions: readonly Action[];
}

interface Action {
  readonly name: string;
  onPress(): void;
}

/** An entry of a list, and what can be done with it. A screen reader hears of each button what it is about: "Remove, Our clinic". */
export function Row({ id, name, detail, disabled, actions }: RowProps): JSX.Element {
  return (
    <li>
      <span class="entry">
        <span id={id}>{name}</span>
        {detail !== null && <span class="soft">{detail}</span>}
      </span>
      {actions.map((action, index) => (
        <button
          key={action.name}
          type="button"
          class="press"
          id={`${id}-${index}`}
          aria-labelledby={`${id}-${index} ${id}`}
          disabled={disabled}
          onClick={action.onPress}
        >
          {action.name}
        </button>
      ))}
    </li>
  );
}
