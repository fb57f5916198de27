import { send } from '../messages.ts';
import { editSettings } from '../settings.ts';
import type { Action } from '../ui/actions.tsx';

/** Does what the reader chose in a panel and what is not the feed's own to do. Rejects when it could not be done. */
export async function act(action: Exclude<Action, { readonly kind: 'hide' }>): Promise<void> {
  switch (action.kind) {
    case 'copy':
      return navigator.clipboard.writeText(action.text);
    case 'open':
      return send('openPage', action.handover);
    case 'settings':
      return editSettings(action.edit);
  }
}
