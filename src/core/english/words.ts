/** What a word is to the readings, whatever the sentence. */
export type WordClass =
  /** The author: I, my, we. */
  | 'me'
  /** Somebody the author is close to or cares for. */
  | 'kin'
  /** A condition, a symptom, a treatment. */
  | 'ill'
  /** Words of medicine and health at large. */
  | 'medical'
  /** A span of time: weeks, yesterday, 2019. */
  | 'time'
  /** Verbs and nouns of a finding: linked, causes, risk. */
  | 'finding';

/** Every word that has a class, in lower case, without its possessive end. */
export const CLASSES: ReadonlyMap<string, ReadonlySet<WordClass>> = classesOf({
  me: "i i'm im i've ive i'd i'll my me mine myself we we've we're our us ours",
  kin:
    'mum mom mam mommy mummy mother dad daddy father parents parent son daughter kid kids child children baby toddler twins wife husband ' +
    'hubby partner fiance fiancé fiancée boyfriend girlfriend bf gf brother sister sibling siblings sis bro grandma grandpa grandmother ' +
    'grandfather granny nan nana nanna gran grandad granddad papa pop pops aunt auntie uncle cousin niece nephew friend bestie ' +
    'stepdad stepmom stepfather stepmother mil fil sil bil ds dd dh',
  ill:
    'cancer tumor tumour tumors tumours leukemia leukaemia lymphoma melanoma sarcoma myeloma diabetes diabetic t1d t2d alzheimer ' +
    "alzheimer's alzheimers dementia parkinson's parkinsons parkinson lupus arthritis fibromyalgia asthma copd epilepsy seizure seizures " +
    'migraine migraines stroke depression anxiety bipolar schizophrenia ptsd ocd adhd autism autistic eczema psoriasis crohn crohns ' +
    "crohn's colitis ibs endometriosis pcos infertility ivf miscarriage preeclampsia covid coronavirus flu influenza pneumonia hiv " +
    'hepatitis malaria tuberculosis sepsis infection infections anemia anaemia thyroid hypothyroidism kidney dialysis transplant ' +
    'diagnosed diagnosis misdiagnosed prognosis relapse relapsed remission flare flares flareup symptom symptoms pain pains painful ' +
    'ache aches aching nausea nauseous vomiting vomit fatigue fatigued rash fever numb numbness tingling dizzy dizziness fainting faint ' +
    'swelling swollen itching itchy bleeding cramps spasms tremor tremors insomnia headache headaches palpitations weakness stiffness ' +
    'disability disabled wheelchair chronic disease illness syndrome disorder sick unwell ill chemo chemotherapy radiation radiotherapy ' +
    'surgery surgeries operation biopsy mri scan scans ultrasound colonoscopy endoscopy bloodwork mastectomy hysterectomy ' +
    'meds medication medications medicine pills pill tablets dose dosage mg insulin metformin prednisone steroids steroid antibiotics ' +
    'antidepressant antidepressants ssri zoloft lexapro cymbalta effexor prozac infusion infusions injection injections inhaler ' +
    'hospital hospitalized hospitalised icu er a&e ward doctor doctors doc dr gp consultant specialist neurologist oncologist ' +
    'rheumatologist cardiologist endocrinologist dermatologist gastroenterologist psychiatrist therapist surgeon nurse nurses ' +
    'glucose a1c cgm ventilator oxygen withdrawal withdrawals vaccine vaccinated booster',
  medical:
    'health healthy healthcare medical patient patients clinical clinic vaccine vaccines vaccination virus viral outbreak epidemic pandemic ' +
    'drug drugs trial trials treatment treatments therapy therapies cure cures cured heart lung lungs brain liver blood bp cholesterol ' +
    'obesity obese diet calories nutrition vitamin vitamins supplement supplements pregnancy pregnant birth breastfeeding smoking ' +
    'smokers fda cdc nhs medicare medicaid obamacare hospitals disease diseases cell cells gene genes genetic immune immunity antibodies ' +
    'bacteria microbiome hormone hormones stem rare caregiver caregivers caregiving carer carers awareness mental addiction opioid opioids ' +
    'overdose ebola zika measles autopsy deaths mortality cases infected quarantine mask masks symptomatic chloroquine ' +
    'hydroxychloroquine ivermectin',
  time:
    'year years month months week weeks day days hours yesterday today tonight morning ago since yrs yr weekend night nights ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday ' +
    'saturday sunday 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026',
  finding:
    'risk risks linked tied associated link links causes cause caused prevents prevent reduces reduce increases increase raises raise ' +
    'lowers lower boosts boost improves improve protects protect helps help cures cure treats treat kills kill slows slow reverses reverse',
});

function classesOf(lists: Readonly<Record<WordClass, string>>): ReadonlyMap<string, ReadonlySet<WordClass>> {
  const classes = new Map<string, Set<WordClass>>();
  for (const [name, list] of Object.entries(lists) as [WordClass, string][]) {
    for (const word of list.split(' ')) classes.set(word, (classes.get(word) ?? new Set()).add(name));
  }
  return classes;
}
