import { render } from 'preact';
import { startFeeds } from '../demo/live-feeds.ts';
import { translate } from '../translate.ts';
import { dressPage } from '../ui/page.ts';
import { WelcomePage } from './welcome-page.tsx';
import './welcome.css';

dressPage(document, 'welcome_title', translate);
render(
  <WelcomePage pages={{ options: '../options/index.html', privacy: '../privacy/index.html' }} t={translate} />,
  document.body,
);
const feeds = startFeeds(tell, new AbortController().signal);

function tell(): void {
  const place = document.querySelector('#failed-place');
  const failure = feeds.failure();
  if (place && failure) render(<p class="notice">{translate(failure)}</p>, place);
}
