// By path: the packages' export maps do not let these files be imported by name.

import idbNotice from '../../node_modules/idb/LICENSE?raw';
import { license as idbLicence, version as idbVersion } from '../../node_modules/idb/package.json';
import preactNotice from '../../node_modules/preact/LICENSE?raw';
import { license as preactLicence, version as preactVersion } from '../../node_modules/preact/package.json';
import rolldownNotice from '../../node_modules/rolldown/LICENSE?raw';
import { license as rolldownLicence, version as rolldownVersion } from '../../node_modules/rolldown/package.json';
import tldtsNotice from '../../node_modules/tldts/LICENSE?raw';
import { license as tldtsLicence, version as tldtsVersion } from '../../node_modules/tldts/package.json';
import tldtsCoreNotice from '../../node_modules/tldts-core/LICENSE?raw';
import { license as tldtsCoreLicence, version as tldtsCoreVersion } from '../../node_modules/tldts-core/package.json';
import polyfillNotice from '../../node_modules/webextension-polyfill/LICENSE?raw';
import { license as polyfillLicence, version as polyfillVersion } from '../../node_modules/webextension-polyfill/package.json';

/** Software of others that is inside the extension. */
export interface Library {
  readonly name: string;
  readonly version: string;
  /** Its source. */
  readonly home: string;
  readonly licence: string;
  /** The licence as the library ships it, with its copyright line: whoever passes the library on has to pass this on. */
  readonly notice: string;
}

/** What tldts is built from has a licence of its own. */
const SUFFIX_LIST = `It contains the Public Suffix List, https://publicsuffix.org/, in another form.
This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
You can obtain one at https://mozilla.org/MPL/2.0/. The list itself: https://publicsuffix.org/list/public_suffix_list.dat`;

export const LIBRARIES: readonly Library[] = [
  {
    name: 'idb',
    version: idbVersion,
    home: 'https://github.com/jakearchibald/idb',
    licence: idbLicence,
    notice: idbNotice,
  },
  {
    name: 'preact',
    version: preactVersion,
    home: 'https://github.com/preactjs/preact',
    licence: preactLicence,
    notice: preactNotice,
  },
  {
    // The bundler: some lines of its own join the modules of each script.
    name: 'rolldown',
    version: rolldownVersion,
    home: 'https://github.com/rolldown/rolldown',
    licence: rolldownLicence,
    notice: rolldownNotice,
  },
  {
    name: 'tldts',
    version: tldtsVersion,
    home: 'https://github.com/remusao/tldts',
    licence: tldtsLicence,
    notice: `${tldtsNotice}\n${SUFFIX_LIST}`,
  },
  {
    name: 'tldts-core',
    version: tldtsCoreVersion,
    home: 'https://github.com/remusao/tldts',
    licence: tldtsCoreLicence,
    notice: tldtsCoreNotice,
  },
  {
    name: 'webextension-polyfill',
    version: polyfillVersion,
    home: 'https://github.com/mozilla/webextension-polyfill',
    licence: polyfillLicence,
    notice: polyfillNotice,
  },
];
