import { readFileSync } from 'node:fs';
import type { Random } from './random.ts';

/** An invented post with blanks, and what it is. */
export interface Lesson {
  readonly trap: string;
  readonly text: string;
  readonly patient: boolean;
  readonly carer: boolean;
  readonly claim: boolean;
  readonly health: boolean;
}

/** The lessons of `lessons.txt`. Throws, with the line's number, on a heading that says nothing known. */
export function lessonsIn(file: string): readonly Lesson[] {
  const lessons: Lesson[] = [];
  let heading: Omit<Lesson, 'text'> | undefined;
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    if (line.startsWith('[')) heading = headingOf(line, `${file}:${index + 1}`);
    else if (heading === undefined) throw new Error(`${file}:${index + 1}: a lesson needs a heading such as [patient] above it.`);
    else lessons.push({ ...heading, text: line });
  }
  return lessons;
}

const KNOWN = ['patient', 'carer', 'claim', 'health', 'nothing'];

function headingOf(line: string, where: string): Omit<Lesson, 'text'> {
  const groups = [...line.matchAll(/\[([a-z+]+)\]/g)].flatMap(([, names]) => (names as string).split('+'));
  const unknown = groups.find((group) => !KNOWN.includes(group));
  if (unknown !== undefined) throw new Error(`${where}: [${unknown}] is not one of ${KNOWN.join(', ')}.`);
  return {
    trap: line.slice(line.indexOf(']') + 1).trim(),
    patient: groups.includes('patient'),
    carer: groups.includes('carer'),
    claim: groups.includes('claim'),
    health: !groups.includes('nothing'),
  };
}

/** A lesson's text with its blanks filled in. */
export function filled(text: string, conditions: readonly string[], random: Random): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  // Half of the time one that everybody knows: those are the ones people joke about.
  const condition = () => (random() < 0.5 ? pick(EVERYDAY) : pick(conditions));
  return text.replaceAll(/\{([a-z]+)\}/g, (blank, name: string) => {
    if (name === 'condition') return condition();
    if (name === 'number') return String(2 + Math.floor(random() * 60));
    if (name === 'year') return String(1995 + Math.floor(random() * 31));
    const list = BLANKS[name];
    if (list === undefined) throw new Error(`A lesson has the unknown blank ${blank}.`);
    return pick(list);
  });
}

/** Illnesses that everybody knows. */
export const EVERYDAY: readonly string[] = (
  'cancer|diabetes|type 1 diabetes|Alzheimer’s|dementia|depression|anxiety|autism|ADHD|epilepsy|asthma|MS|lupus|arthritis|migraine|' +
  'Parkinson’s|a stroke|breast cancer|lung cancer|a brain tumour|leukaemia|heart disease|Crohn’s|endometriosis|PCOS|EDS|POTS|' +
  'fibromyalgia|psoriasis|eczema|HIV|covid|long covid|flu|pneumonia|sepsis|bipolar disorder|schizophrenia|PTSD|OCD|anorexia|IBS|' +
  'cystic fibrosis|sickle cell|haemophilia|ALS|Huntington’s|ME|Lyme|hepatitis|kidney failure|a heart murmur|high blood pressure'
).split('|');

const BLANKS: Readonly<Record<string, readonly string[]>> = {
  symptom: (
    'headaches|nausea|a rash|tremors|brain fog|joint pain|dizziness|numb fingers|chest pain|a fever|night sweats|palpitations|fatigue|' +
    'blurred vision|swollen ankles|cramps|insomnia|a cough|itching|ringing in the ears'
  ).split('|'),
  drug: (
    'metformin|insulin|prednisone|methotrexate|sertraline|Lexapro|Humira|ibuprofen|gabapentin|levothyroxine|statins|tamoxifen|' +
    'Keppra|lithium|morphine|antibiotics|steroids|chemo|aspirin|beta blockers|Ozempic|the pill'
  ).split('|'),
  kin: 'mum|mom|dad|son|daughter|husband|wife|sister|brother|grandma|grandad|partner|baby boy|girlfriend|uncle|best friend|nan|father|mother'.split(
    '|',
  ),
  time: 'yesterday|last week|this morning|in March|on Tuesday|two days ago|last night|in June|next month|at the weekend'.split(
    '|',
  ),
};
