import { describe, expect, it } from 'vitest';
import { shippedEngine } from '../../src/cli/shipped-engine.ts';

// Sentences as posts have them, and which bodies of the shipped list they cite by name. Invented; many are wrong, on purpose.

const engine = shippedEngine();

describe('a sentence cites', () => {
  it.each([
    ['According to the CDC, measles is back in 30 states.', 'cdc'],
    ['Measles is back in 30 states, according to the CDC.', 'cdc'],
    ['Per the FDA, the recall covers three batches of insulin.', 'fda'],
    ['As per the WHO, 1 in 6 people has infertility.', 'who'],
    ['Source: NHS. One in seven men gets prostate cancer.', 'nhs'],
    ['A Cochrane review found that exercise helps people with fibromyalgia.', 'cochrane'],
    ['Statins lower the risk of stroke (Lancet, 2021).', 'lancet'],
    ['Statins lower the risk of stroke. Lancet 2021;398:1713', 'lancet'],
    ['Published in the BMJ: statins lower the risk of stroke.', 'bmj'],
    ['A study in Nature Medicine shows that long covid raises the risk of diabetes.', 'nature-medicine'],
    ['A new study in Nature links air pollution to lung cancer.', 'nature'],
    ['New study in JAMA: vitamin D does not prevent fractures.', 'jama'],
    ['Research published in The New England Journal of Medicine shows that semaglutide protects the heart.', 'nejm'],
    ['The FDA warns that this weight loss supplement causes liver damage.', 'fda'],
    ['FDA warns: this supplement causes liver damage.', 'fda'],
    ['Via @NIH: sleep apnea raises the risk of stroke.', 'nih'],
    ['Data from the ECDC show that measles rose in Europe.', 'ecdc'],
    ['According to the Mayo Clinic, salt raises blood pressure.', 'mayo-clinic'],
    ['According to Orphanet, 1 in 5,000 people has it.', 'orphanet'],
    ['According to Johns Hopkins, long covid affects the heart.', 'johns-hopkins-medicine'],
    ['Cochrane found no evidence that vitamin C prevents colds.', 'cochrane'],
    ['The CDC recommends the shingles vaccine for adults over 50.', 'cdc'],
    ['Guidance from NICE says that ME patients must not be pushed.', 'nice'],
    ['Recommended by the NHS: 150 minutes of exercise a week to prevent heart disease.', 'nhs'],
    ['Described in The Lancet in 1993, Gulf War syndrome causes fatigue.', 'lancet'],
    ['As reported in JAMA, vitamin D does not prevent falls.', 'jama'],
    ['Review in the BMJ: exercise eases depression.', 'bmj'],
    ['meta-analysis in JAMA Psychiatry: exercise eases depression', 'jama-psychiatry'],
    ['Findings in The Lancet Neurology show that migraine runs in families.', 'lancet-neurology'],
    ['The Lancet reports that air pollution causes dementia.', 'lancet'],
    ['According to Cancer Research UK, smoking causes 15 types of cancer.', 'cancer-research-uk'],
    ['According to the Ehlers-Danlos Society, hEDS affects joints.', 'ehlers-danlos-society'],
  ])('%j → %s', (text, source) => {
    expect(citedByName(text)).toBe(source);
  });
});

describe('nobody is cited by a sentence that', () => {
  describe('names a body without having anything from it', () => {
    it.each([
      'WHO: measles deaths rose by 43% in 2022.',
      'The Mayo Clinic says that salt raises blood pressure.',
      'A Stanford study found that long covid lasts.',
      'From the CDC: wash your hands for 20 seconds to prevent flu.',
      'FDA rejects the new ALS drug.',
      'FDA approves first treatment for Friedreich ataxia.',
      'The NHS is failing people with endometriosis.',
      'The CDC director resigned over vaccines.',
      'A nurse from the NHS says that garlic cures diabetes.',
      'Ask the NHS what causes lupus.',
      'WHO recommends? Nobody. Garlic cures diabetes.',
      '@WHO says that measles is rising.',
      'The Ehlers-Danlos Society says that hEDS affects 1 in 5,000.',
    ])('%j', (text) => {
      expect(citedByName(text)).toBe('');
    });
  });

  describe('denies, doubts or mocks what it says', () => {
    it.each([
      'Defund the WHO. Vaccines cause autism.',
      'According to nobody at the FDA does this cure cancer.',
      'I do not believe what the CDC says about vaccines and autism.',
      'Contrary to the CDC, vitamin C prevents measles.',
      'The FDA does not want you to know that garlic cures diabetes.',
      'These statements have not been evaluated by the Food and Drug Administration. Cures diabetes.',
      'Not FDA approved, but it cured my eczema.',
      'The CDC study that never was: vaccines and autism.',
      'Big lie from the CDC: vaccines do not cause autism.',
      'Sarcasm on: sure, the FDA says this poison is fine for my diabetes.',
      '"Trust the CDC", they say, while vaccines cause autism.',
      'Oh great, the NHS recommends yoga for my broken spine.',
      'Why does the WHO say that talc causes cancer?',
      'Did the CDC say vaccines cause autism?',
      'Is it true that according to the CDC vaccines cause autism?',
      'If the FDA says it is safe, then garlic cures diabetes.',
      'The study by the CDC was retracted, vaccines cause autism.',
      'Fake study in The Lancet: hydroxychloroquine kills.',
      'Retracted Lancet study said that MMR causes autism.',
      'The retracted study in The Lancet said that MMR causes autism.',
      'No study in JAMA has shown that vaccines cause autism.',
      'I do not care about a study in JAMA: my migraine diet works.',
      'A whistleblower from the CDC says that vaccines cause autism.',
      'Former CDC director says vaccines cause autism.',
      'Ex-FDA chief warns that sugar causes cancer.',
      'Source: trust me bro, and the CDC. Garlic cures diabetes.',
      'According to a leaked CDC memo, vaccines cause autism.',
      'Reviewed by the FDA? Never. Garlic cures diabetes.',
    ])('%j', (text) => {
      expect(citedByName(text)).toBe('');
    });
  });

  describe('tells what a body said to somebody in person, or about itself', () => {
    it.each([
      'I was fired by the NHS after ten years with lupus.',
      'I have been on an NHS waiting list for my hip for two years.',
      'My CDC job gave me migraines.',
      'BMJ rejected my paper on lupus.',
      'Raising money for the MS Society because my mum has MS.',
      'Running the marathon for Cancer Research UK after my breast cancer.',
      'Thank you NHS for saving my son from sepsis.',
      'FDA approved my wheelchair.',
      'My doctor at the Mayo Clinic says I have lupus.',
      'The Cleveland Clinic says my results are normal.',
      'I work for the CDC and I have lupus.',
      'I read The Lancet in the bath with my migraine.',
      'Cancer Research UK warns me every week with adverts, and I have cancer.',
      'The NHS trust said we should wait for my chemo.',
      'NHS says sorry after cancer scans were lost.',
      'My letter from the NHS says that I have diabetes.',
      'Data from the NHS app say that my cholesterol is high.',
      'Information from the hospital: Great Ormond Street found a tumour in my son.',
      'According to my doctor at the NHS, I have lupus.',
      'According to my mum, who works at the CDC, vitamin C prevents colds.',
      'I wrote a paper in the BMJ while on chemo.',
      'My study in the BMJ on lupus is out.',
      'NHS staff say that burnout causes depression.',
      'Sources: NHS nurses and my mum. Garlic cures diabetes.',
      'CDC, 2020 was the year I got lupus.',
      'NHS 2019: I got lupus.',
      'Recommended by the NHS physio who treats my back pain.',
    ])('%j', (text) => {
      expect(citedByName(text)).toBe('');
    });
  });

  describe('has an everyday word that is also a name', () => {
    it.each([
      'The WHO lied about covid and people died of heart attacks.',
      'Lancet me if you must, this boil hurts.',
      'Nature heals depression.',
      'Nature shows that everything heals, even cancer.',
      'Science says that walking prevents dementia.',
      'Science found out that sugar causes cancer.',
      'According to science, sugar causes cancer.',
      'Published in science books for years: sugar causes cancer.',
      'My cell says I have cancer.',
      'Cell studies show that it kills cancer.',
      'Cell reports that it is dead.',
      'Mind found its way through depression.',
      'Mind says no, body says yes: that is my ME/CFS.',
      'Shelter found for the cats of a cancer patient.',
      'Scope found a polyp in my colon.',
      'The scope found an ulcer.',
      'Action for Children says that child poverty harms health.',
      'Together for Short Lives helped us when our son had a brain tumour.',
      'The heart says what the brain denies. Stroke survivor.',
      'Brain study: coffee lowers the risk of dementia.',
      'Circulation found in my legs again, thanks to the stent for my PAD.',
      'Pain says you are alive. I have fibromyalgia.',
      'Pain study: opioids do not help back pain.',
      'Blood found in my urine, waiting for the test for bladder cancer.',
      'Blood study finds early sign of Alzheimer’s disease.',
      'Heart study: eggs raise cholesterol.',
      'Gut says no gluten. Coeliac life.',
      'Sleep study found severe apnea.',
      'Vaccine study shows fewer heart attacks.',
      'Chest says pneumonia.',
      'Kidney study found stones in both of mine.',
      'Diabetes study says that walking lowers sugar.',
      'Stroke warns you with a drooping face.',
      'AIDS warns of nothing.',
      'Headache says hello again. Migraine day three.',
      'Who said lupus was easy?',
      'WHO said lupus was easy?',
      'I am the one WHO found the lump.',
      'NORD Stream 2 leak gives people asthma.',
      'Lancet, PA, 2021: my cancer came back.',
      'American Heart Association recommends 150 minutes of exercise to prevent stroke.',
    ])('%j', (text) => {
      expect(citedByName(text)).toBe('');
    });
  });
});

function citedByName(text: string): string {
  const { citations } = engine({
    id: '1',
    site: 'x',
    kind: 'post',
    text,
    links: [],
    language: 'en',
    promoted: false,
    truncated: false,
    author: null,
  });
  return citations.flatMap(({ how, source }) => (how === 'name' ? [source] : [])).join(' ');
}
