import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { DoctorSheet } from '../core/handover.ts';
import { nearnessFrom } from '../core/nearness.ts';
import { send } from '../messages.ts';
import { readSettings } from '../settings.ts';
import { translate } from '../translate.ts';
import { dressPage } from '../ui/page.ts';
import { DoctorPage, type Shown } from './doctor-page.tsx';
import './doctor.css';

dressPage(document, 'doctor_title', translate);
void show();

async function show(): Promise<void> {
  const shown = await shownHere();
  render(<DoctorPage shown={shown} day={today()} t={translate} onPrint={() => window.print()} />, document.body);
}

/** What a mark has handed to this tab, with what the list knows of it; `null` when that was before. */
async function shownHere(): Promise<Shown | null> {
  const { id = -1 } = await browser.tabs.getCurrent();
  const handed = await send('handedTo', id);
  return handed?.page === 'doctor' ? shownFrom(handed) : null;
}

async function shownFrom(sheet: DoctorSheet): Promise<Shown> {
  const sources = [...new Set(sheet.cited.map(({ source }) => source))];
  const [records, list, { settings }] = await Promise.all([
    send('records', { sources, entries: sheet.entries }).catch(() => null),
    send('listVersion').catch(() => null),
    readSettings(),
  ]);
  return { sheet, records, list, near: nearnessFrom(settings, navigator.languages) };
}

/** YYYY-MM-DD, where the reader is. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
