import { expect, test } from 'vitest';
import { urgentHelpIn } from '../../src/ui/urgent-help.ts';

const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

test.each(EU)('in %s the emergency number is the one of the Union', (country) => {
  expect(urgentHelpIn(country)?.emergency).toBe('112');
});

test.each([
  ['GB', '999', '111', '116 123'],
  ['US', '911', null, '988'],
  ['CA', '911', '811', '988'],
  ['AU', '000', '1800 022 222', '13 11 14'],
  ['NZ', '111', '0800 611 116', '1737'],
  ['IN', '112', null, '14416'],
  ['JP', '119', null, '0570-064-556'],
  ['KR', '119', null, '109'],
  ['BR', '192', null, '188'],
  ['ZA', '10177', null, '0800 567 567'],
  ['CH', '144', null, '143'],
  ['NO', '113', '116 117', '116 123'],
])('in %s it is %s, %s for advice and %s in a crisis', (country, emergency, advice, crisis) => {
  expect(urgentHelpIn(country)).toEqual({ emergency, advice, crisis });
});

test.each(['ZZ', 'INT', '', 'toString', '__proto__'])('"%s" has none, and is told the general rule', (country) => {
  expect(urgentHelpIn(country)).toBeNull();
});

test('every country that has numbers is a country, and every number can be dialled', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const known = letters.flatMap((one) => letters.map((two) => one + two)).filter((country) => urgentHelpIn(country) !== null);
  expect(known.length).toBeGreaterThan(70);
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  for (const country of known) {
    expect(names.of(country)).not.toBe(country);
    for (const number of Object.values(urgentHelpIn(country) ?? {})) {
      if (number !== null) expect(number).toMatch(/^\*?\d[\d -]{1,14}$/);
    }
  }
});
