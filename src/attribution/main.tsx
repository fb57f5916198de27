import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ListVersion } from '../core/records.ts';
import { send } from '../messages.ts';
import { translate } from '../translate.ts';
import { dressPage } from '../ui/page.ts';
import { AttributionPage } from './attribution-page.tsx';
import './attribution.css';

dressPage(document, 'attribution_title', translate);
render(<Attribution />, document.body);

function Attribution() {
  const [list, setList] = useState<ListVersion | 'loading' | 'failed'>('loading');
  useEffect(() => {
    send('listVersion').then(setList, () => setList('failed'));
  }, []);
  return <AttributionPage list={list} t={translate} />;
}
