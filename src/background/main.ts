import browser from 'webextension-polyfill';
import version from '../data/generated/version.json';
import { answer, type Messages } from '../messages.ts';
import { assessAll, loadedEngine } from './engine.ts';
import { prepareRecords, recordsFor } from './records.ts';

// Listeners stand before anything else: a worker that was woken for a message has to have them in its first turn.

answer<Messages>({
  assess: async (posts) => assessAll(posts, await loadedEngine()),
  records: recordsFor,
  listVersion: () => version,
});

browser.runtime.onInstalled.addListener(() => void prepareRecords());
