import { render } from 'preact';
import { translate } from '../translate.ts';
import { dressPage } from '../ui/page.ts';
import './demo.css';
import { DemoPage } from './demo-page.tsx';
import { startFeeds } from './live-feeds.ts';
import { Report } from './report.tsx';

/** Milliseconds. */
const LOOK_AGAIN = 100;

dressPage(document, 'demo_title', translate);
render(<DemoPage t={translate} />, document.body);
const feeds = startFeeds(report, new AbortController().signal);
let timer: ReturnType<typeof setTimeout> | undefined;
report();

function report(): void {
  const place = document.querySelector('#report-place');
  if (!place) return;
  const settled = feeds.isSettled();
  render(<Report marked={feeds.marked()} settled={settled} failure={feeds.failure()} t={translate} />, place);
  // Drawing the report is itself a change of the page that the feeds look at, and find nothing in to tell us of.
  clearTimeout(timer);
  if (!settled) timer = setTimeout(report, LOOK_AGAIN);
}
