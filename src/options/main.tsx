import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ListVersion } from '../core/records.ts';
import { send } from '../messages.ts';
import * as store from '../settings.ts';
import { translate } from '../translate.ts';
import { useLiveSettings } from '../ui/live-settings.ts';
import { OptionsView } from '../ui/options-view.tsx';
import { dressPage } from '../ui/page.ts';

dressPage(document, 'options_title', translate);
render(<Options />, document.body);

function Options() {
  const [list, setList] = useState<ListVersion | 'loading' | 'failed'>('loading');
  useEffect(() => {
    send('listVersion').then(setList, () => setList('failed'));
  }, []);
  return (
    <OptionsView
      live={useLiveSettings(store)}
      list={list}
      demo="../demo/index.html"
      attribution="../attribution/index.html"
      t={translate}
    />
  );
}
