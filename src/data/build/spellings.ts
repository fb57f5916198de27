import { spokenOrders } from './spoken.ts';

/**
 * The ways people write one name: commas turned round, "type 1" beside "type I", British beside American spelling.
 * The name as it is said stands first.
 *
 *     spellingsOf('anaemia, sideroblastic')  // sideroblastic anaemia · sideroblastic anemia
 */
export function spellingsOf(name: string): readonly string[] {
  const found = new Set<string>();
  for (const spoken of spokenOrders(name)) {
    for (const numbered of withNumbers(spoken)) {
      found.add(numbered);
      found.add(american(numbered));
      found.add(british(numbered));
    }
  }
  return [...found];
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** "type IIIA" beside "type 3A". */
function withNumbers(name: string): readonly string[] {
  const match = /\b(type|stage|grade|class|group|factor) (?:([IVX]+)|(10|[1-9]))([A-Da-d]?)\b/.exec(name);
  if (match === null) return [name];
  const [whole, word = '', roman, arabic, letter = ''] = match;
  const other = roman === undefined ? ROMAN[Number(arabic) - 1] : ROMAN.indexOf(roman) + 1;
  return other === undefined || other === 0 ? [name] : [name, name.replace(whole, `${word} ${other}${letter}`)];
}

// ---- British and American --------------------------------------------------------------------------------------

const BLOOD =
  'an|leuk|isch|glyc|lipid|lip|ur|uric|calc|kal|natr|cyth|thalass|septic|bacter|vir|tox|galactos|globulin|cholesterol|protein|' +
  'insulin|bilirubin|prolactin|ammon|acid|keton|tular|vol|ox|phosphat|magnes|glycerid';
const MAKING =
  'general|local|mineral|immun|crystall|special|visual|necrot|fert|ster|character|organ|colon|sensit|vascular|somat|femin';

/** Parts of words that are written differently, each with what tells it from the same letters in other words. */
const PARTS: readonly (readonly [british: RegExp, toAmerican: string, american: RegExp, toBritish: string])[] = [
  [/\bhaem(?=at|o|an|ar)/gi, 'hem', /\bhem(?=at|o|an|ar)/gi, 'haem'],
  [/(?<!\b)haemorrh/gi, 'hemorrh', /(?<!\b)hemorrh/gi, 'haemorrh'],
  [new RegExp(`(?<=${BLOOD})aemi(?=a|c)`, 'gi'), 'emi', new RegExp(`(?<=${BLOOD})emi(?=a|c)`, 'gi'), 'aemi'],
  [/(?<!angi|leuk)oedema/gi, 'edema', /(?<!o|angi|leuk)edema/gi, 'oedema'],
  [/\boesoph/gi, 'esoph', /\besoph/gi, 'oesoph'],
  [/-oesoph/gi, '-esoph', /-esoph/gi, '-oesoph'],
  [/\boestrogen/gi, 'estrogen', /\bestrogen/gi, 'oestrogen'],
  [/\bpaediatric/gi, 'pediatric', /\bpediatric/gi, 'paediatric'],
  [/\bgynaec/gi, 'gynec', /\bgynec/gi, 'gynaec'],
  [/anaesth/gi, 'anesth', /anesth/gi, 'anaesth'],
  [/rrhoea/gi, 'rrhea', /rrhea/gi, 'rrhoea'],
  [/\bcoeliac/gi, 'celiac', /\bceliac/gi, 'coeliac'],
  [/tumour/gi, 'tumor', /tumor(?!i)/gi, 'tumour'],
  [/\bfoet(?=al|us)/gi, 'fet', /\bfet(?=al|us)/gi, 'foet'],
  [/\bfaec/gi, 'fec', /\bfec(?=al|es)/gi, 'faec'],
  [/\bcaec/gi, 'cec', /\bcec(?=al|um)/gi, 'caec'],
  [/\bneurone\b/gi, 'neuron', /\bneuron\b/gi, 'neurone'],
  [/\bfibre/gi, 'fiber', /\bfiber/gi, 'fibre'],
  [/\bcolour/gi, 'color', /\bcolor(?!ec)/gi, 'colour'],
  [/\bbehaviour/gi, 'behavior', /\bbehavior/gi, 'behaviour'],
  [/sulph/gi, 'sulf', /sulf/gi, 'sulph'],
  [/dyspnoea/gi, 'dyspnea', /dyspnea/gi, 'dyspnoea'],
  [/apnoea/gi, 'apnea', /apnea/gi, 'apnoea'],
  [/leuco(?=d|p|n)/gi, 'leuko', /leuko(?=d|p|n)/gi, 'leuco'],
  [/\bphaeo/gi, 'pheo', /\bpheo/gi, 'phaeo'],
  [/\bnaev(?=us|i|o)/gi, 'nev', /\bnev(?=us|i\b|o)/gi, 'naev'],
  [new RegExp(`\\b(${MAKING})is(?=ed|ing|ation)`, 'gi'), '$1iz', new RegExp(`\\b(${MAKING})iz(?=ed|ing|ation)`, 'gi'), '$1is'],
];

function american(name: string): string {
  return PARTS.reduce((text, [part, replacement]) => text.replace(part, replacement), name);
}

function british(name: string): string {
  return PARTS.reduce((text, [, , part, replacement]) => text.replace(part, replacement), name);
}
