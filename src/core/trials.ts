/** A public register of clinical trials: how its numbers look, whose they are on the list, and where one is looked up. */
interface TrialRegister {
  readonly number: RegExp;
  /** What must stand before a number that is none by itself. */
  readonly behind?: RegExp;
  readonly source: string;
  /** `{}` stands for the number; `null` where a page has a number of its own. */
  readonly page: string | null;
}

const REGISTERS: readonly TrialRegister[] = [
  { number: /NCT\d{8}/, source: 'clinicaltrials-gov', page: 'https://clinicaltrials.gov/study/{}' },
  { number: /ISRCTN\d{8}/, source: 'isrctn', page: 'https://www.isrctn.com/{}' },
  { number: /ACTRN\d{14}/, source: 'anzctr', page: 'https://www.anzctr.org.au/{}.aspx' },
  { number: /DRKS\d{8}/, source: 'drks', page: 'https://drks.de/search/en/trial/{}' },
  { number: /RBR-[0-9a-z]{6,8}/, source: 'rebec', page: 'https://ensaiosclinicos.gov.br/rg/{}' },
  { number: /ChiCTR(?:\d{10}|-[A-Z]{2,4}-\d{8})/, source: 'chictr', page: null },
  { number: /CTRI\/\d{4}\/\d{2}\/\d{6}/, source: 'ctri', page: null },
  { number: /jRCTs?\d{9,10}/, source: 'jrct', page: null },
  { number: /PACTR\d{15}/, source: 'pactr', page: null },
  {
    number: /20\d\d-\d{6}-\d\d/,
    behind: /EudraCT(?: [Nn]umber)?:? ?/,
    source: 'eu-clinical-trials-register',
    page: 'https://www.clinicaltrialsregister.eu/ctr-search/search?query={}',
  },
];

/** A trial's number in any register, as the pattern's only group. */
export const TRIAL_NUMBER = new RegExp(`(?<![\\w-])(${REGISTERS.map(sourceOf).join('|')})(?![\\w-])`, 'g');

function sourceOf({ number, behind }: TrialRegister): string {
  return behind === undefined ? number.source : `(?<=${behind.source})${number.source}`;
}

/** The id on the list of the register that a trial's number is of. */
export function registerOfTrial(trial: string): string | undefined {
  return registerOf(trial)?.source;
}

/** Where a trial is looked up; `null` where its register has no page for a number. */
export function pageOfTrial(trial: string): string | null {
  return registerOf(trial)?.page?.replace('{}', trial) ?? null;
}

function registerOf(trial: string): TrialRegister | undefined {
  return REGISTERS.find(({ number }) => number.exec(trial)?.[0] === trial);
}
