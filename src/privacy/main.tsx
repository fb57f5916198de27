import { render } from 'preact';
import { translate } from '../translate.ts';
import { dressPage } from '../ui/page.ts';
import { PrivacyPage } from './privacy-page.tsx';

dressPage(document, 'privacy_title', translate);
render(
  <PrivacyPage pages={{ demo: '../demo/index.html', attribution: '../attribution/index.html' }} t={translate} />,
  document.body,
);
