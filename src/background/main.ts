import browser from 'webextension-polyfill';
import version from '../data/generated/version.json';
import { answer, type Messages } from '../messages.ts';
import { answerLines } from '../port.ts';
import { readSettings } from '../settings.ts';
import { assess, gateIndex, health } from './engine.ts';
import { welcomeOnInstall } from './first-run.ts';
import { handedTo, openPage } from './handover.ts';
import { withOwnRecords } from './own-records.ts';
import { panelScript } from './panel-script.ts';
import { foundSources, prepareRecords, recordsFor } from './records.ts';

// Listeners stand before anything else: a worker that was woken for a message has to have them in its first turn.

answerLines({ gate: gateIndex, assess });

answer<Messages>({
  records: (wanted) => withOwnRecords(wanted, { listed: recordsFor, settings: async () => (await readSettings()).settings }),
  listVersion: () => version,
  findSources: foundSources,
  health,
  panelScript,
  openPage,
  handedTo,
});

browser.runtime.onInstalled.addListener((details) => {
  void prepareRecords();
  welcomeOnInstall(details);
});
