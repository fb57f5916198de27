import { createRequire } from 'node:module';
import { join } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import chrome from './manifest.json' with { type: 'json' };
import { backgroundScript } from './src/cli/background-script.ts';
import { preactWithoutInnerHtml } from './src/cli/preact-without-inner-html.ts';
import { standaloneScript } from './src/cli/standalone-script.ts';

const CONTENT_SCRIPTS = chrome.content_scripts.flatMap(({ js }) => js);
/** A tenth of the polyfill: every page of the two sites pays for what is in the content script. */
const NATIVE_BROWSER = join(import.meta.dirname, 'src/content/native-browser.ts');
const POLYFILL = createRequire(import.meta.url).resolve('webextension-polyfill');

/** One run a browser: `vite build --mode chrome`, `vite build --mode firefox`. */
export default defineConfig(({ mode }) => {
  const browser = browserOf(mode);
  return {
    publicDir: 'src/public',
    // The content script is built by a run of its own that has no plugins: what it needs is here, as aliases and definitions.
    resolve: {
      alias: [
        { find: /^preact$/, replacement: preactWithoutInnerHtml() },
        { find: /^webextension-polyfill$/, replacement: NATIVE_BROWSER },
      ],
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warn',
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'chrome' ? `chrome${chrome.minimum_chrome_version}` : `firefox${FIREFOX_MINIMUM}`,
      // The indexes are read as files, whole; inlined they would be text a third larger.
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: ['demo', 'attribution', 'doctor', 'report', 'welcome', 'privacy'].map((page) => `src/${page}/index.html`),
      },
    },
    plugins: [
      {
        name: 'the polyfill for everything but the content script',
        enforce: 'pre',
        resolveId: (id) => (id === NATIVE_BROWSER ? POLYFILL : null),
      },
      crx({
        manifest: (browser === 'chrome' ? chrome : firefoxManifest()) as ManifestV3Export,
        browser,
        // One file with no loader: a loader would have to be a web-accessible resource, and any page could find it.
        contentScripts: { standaloneFiles: CONTENT_SCRIPTS },
      }),
      standaloneScript('src/content/panel-script.ts'),
      backgroundScript(chrome.background.service_worker),
    ],
  };
});

const FIREFOX_MINIMUM = 142;

function firefoxManifest() {
  const { minimum_chrome_version, background, ...shared } = chrome;
  return {
    ...shared,
    background: { scripts: [background.service_worker], type: background.type },
    browser_specific_settings: {
      gecko: {
        id: 'lived-and-cited@lived-and-cited',
        strict_min_version: `${FIREFOX_MINIMUM}.0`,
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

function browserOf(mode: string): 'chrome' | 'firefox' {
  if (mode === 'chrome' || mode === 'firefox') return mode;
  throw new Error(
    `There is no build for "${mode}". Run \`npm run build\`, or \`vite build --mode chrome\` or \`--mode firefox\`.`,
  );
}
