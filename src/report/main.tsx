import { render } from 'preact';
import browser from 'webextension-polyfill';
import { send } from '../messages.ts';
import { translate } from '../translate.ts';
import { dressPage, titlePage } from '../ui/page.ts';
import { ReportPage } from './report-page.tsx';
import './report.css';

dressPage(document, 'report_title', translate);
void show();

async function show(): Promise<void> {
  const { id = -1 } = await browser.tabs.getCurrent();
  const [handed, list] = await Promise.all([send('handedTo', id), send('listVersion').catch(() => null)]);
  const report = handed?.page === 'report' ? handed : null;
  if (report?.about === 'source') titlePage(document, 'report_object_title', translate);
  const versions = { list: list === null ? null : list.version, extension: browser.runtime.getManifest().version };
  render(<ReportPage report={report} versions={versions} t={translate} />, document.body);
}
