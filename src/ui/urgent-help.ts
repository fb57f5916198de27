/** Phone numbers of a country for everybody in it. */
export interface UrgentHelp {
  /** Of an ambulance. */
  readonly emergency: string;
  /** Medical advice when it is no emergency. */
  readonly advice: string | null;
  /** For somebody in a crisis. */
  readonly crisis: string | null;
}

/** The numbers of a country; `null` for one whose numbers are not known here without doubt. */
export function urgentHelpIn(country: string): UrgentHelp | null {
  const numbers = Object.hasOwn(NUMBERS, country) ? NUMBERS[country] : undefined;
  if (numbers === undefined) return ONLY_112.includes(country) ? { emergency: '112', advice: null, crisis: null } : null;
  const [emergency, advice = '', crisis = ''] = numbers.split('|');
  return { emergency: emergency as string, advice: advice || null, crisis: crisis || null };
}

const ONLY_112 = ['BE', 'BG', 'CY', 'HR', 'IT', 'KW', 'LT', 'LV', 'MT', 'NG', 'RO', 'RU', 'SK', 'TR'];

/**
 * Ambulance, advice, crisis line; empty where there is none for the whole country, or where we are not sure. Wrong is worse than
 * missing here: a country that is left out is told the general rule.
 */
const NUMBERS: Readonly<Record<string, string>> = {
  AE: '998',
  AT: '112|1450|142',
  AU: '000|1800 022 222|13 11 14',
  BD: '999',
  BH: '999',
  BR: '192||188',
  CA: '911|811|988',
  CH: '144||143',
  CL: '131|600 360 7777|*4141',
  CN: '120||12356',
  CO: '123',
  CZ: '112||116 123',
  DE: '112|116 117|0800 111 0 111',
  DK: '112||70 201 201',
  EC: '911',
  EE: '112|1220',
  EG: '123',
  ES: '112||024',
  FI: '112|116 117|09 2525 0111',
  FR: '112||3114',
  GB: '999|111|116 123',
  GR: '112||1018',
  HK: '999||18111',
  HU: '112||116 123',
  ID: '119',
  IE: '112||116 123',
  IL: '101||1201',
  IN: '112||14416',
  IS: '112|1700|1717',
  JO: '911',
  JP: '119||0570-064-556',
  KE: '999',
  KR: '119||109',
  LB: '140||1564',
  LI: '144||143',
  LU: '112||454545',
  MX: '911||800 911 2000',
  MY: '999',
  NL: '112||113',
  NO: '113|116 117|116 123',
  NZ: '111|0800 611 116|1737',
  OM: '9999',
  PE: '106|113',
  PH: '911||1553',
  PK: '1122',
  PL: '112||116 123',
  PT: '112|808 24 24 24',
  QA: '999',
  RS: '194',
  SA: '997|937',
  SE: '112|1177|90101',
  SG: '995||1767',
  SI: '112||116 123',
  TH: '1669||1323',
  TN: '190',
  TW: '119||1925',
  UA: '103||7333',
  US: '911||988',
  UY: '911',
  VN: '115',
  ZA: '10177||0800 567 567',
};
