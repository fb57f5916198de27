import browser from 'webextension-polyfill';

/** Shows what the extension does, once: after it was installed, and not after an update. */
export function welcomeOnInstall({ reason }: browser.Runtime.OnInstalledDetailsType): void {
  if (reason !== 'install') return;
  // A browser without a window has nowhere to show it.
  browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') }).catch(() => {});
}
