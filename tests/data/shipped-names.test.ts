import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEntries } from '../../src/core/entries.ts';
import { openLexicon } from '../../src/core/lexicon.ts';
import { namesIn } from '../../src/core/mentions.ts';
import { openSections } from '../../src/core/sections.ts';
import { wordsOf } from '../../src/core/text.ts';
import { openTypos } from '../../src/core/typos.ts';

const sections = openSections(new Uint8Array(readFileSync('src/data/generated/index.bin')));
const lexicon = openLexicon(sections.get('LEX2'));
const entries = openEntries(sections.get('ENTR'));
const typos = openTypos(sections.get('TYPO'));

function named(text: string): readonly string[] {
  return namesIn(wordsOf(text), lexicon, entries, typos).mentions.map(({ name }) => name);
}

describe('nothing is named by', () => {
  it.each([
    ['MS the state', 'Driving through Jackson, MS tomorrow.'],
    ['MS the title', 'Ask Ms Carter about it.'],
    ['MS the degree', 'I finished my MS in computer science.'],
    ['MS the company', 'Open it in MS Word.'],
    ['CF the football club', 'Valencia CF won again.'],
    ['the ALS challenge', 'Who remembers the ALS challenge?'],
    ['EDS the company', 'EDS is hiring engineers in Dallas.'],
    ['cancer the sign', "I'm a Cancer and he is a Gemini."],
    ['cold the weather', 'It is so cold outside today.'],
    ['a cold shoulder', 'She gave him the cold shoulder.'],
    ['a stroke of luck', 'What a stroke of luck!'],
    ['a crack', 'Look at the crack in that wall.'],
    ['a rash decision', 'That was a rash decision.'],
    ['lupus in a TV joke', "It's never lupus, says House."],
    ['Crohn the surname', 'Kim Crohn scored twice.'],
    ['Down the word', 'Down by the river.'],
    ['Turner the surname', 'Sam Turner painted it.'],
    ['Marfan the surname', 'Lee Marfan opened the shop.'],
    ['Parkinson the presenter', 'Michael Parkinson interviewed her.'],
    ['fever the song', 'Saturday night fever was on again.'],
    ['the Great Depression', 'Photographs of the Great Depression.'],
    ['a shock defeat', 'A shock defeat for the home side.'],
    ["he'd", "He'd been to the shop, and she'd not."],
    ['a greeting', 'Hi! Let me face this, all of it.'],
    ['capitals that shout', 'IT HAS ALL BEEN SAID, LET THEM GET THE MAP'],
    ['pot', 'A pot of tea and two pots of jam.'],
    ['the CDC', 'CDC'],
  ])('%s', (_, text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('a condition is named by', () => {
  it.each([
    ['a relapse of MS', 'Another MS relapse this spring.', 'multiple sclerosis'],
    ['having MS', 'I have MS and two cats.', 'multiple sclerosis'],
    ['a diagnosis of CF', 'She was diagnosed as a baby. CF since then.', 'cystic fibrosis'],
    ['an abbreviation beside another', 'EDS and POTS, a week in bed.', 'Ehlers-Danlos syndrome'],
    ['cancer and a diagnosis', 'Mum was diagnosed with cancer in May.', 'cancer'],
    ['having a cold', 'I have a cold and cannot sleep.', 'common cold'],
    ['having a stroke', 'Dad had a stroke last night.', 'stroke'],
    ["one's own Crohn's", 'My Crohn’s is back.', "Crohn's disease"],
    ['a name without an apostrophe', 'crohns disease, year three', "Crohn's disease"],
    ['a hashtag', 'Day 12 #EhlersDanlos', 'Ehlers-Danlos syndrome'],
    ['a hashtag without capitals', 'Day 12 #ehlersdanlos', 'Ehlers-Danlos syndrome'],
    ['British spelling', 'Living with haemophilia', 'hemophilia'],
    ['American spelling', 'Living with hemophilia', 'hemophilia'],
    ['a roman number', 'type I diabetes since 1998', 'type 1 diabetes mellitus'],
    ['an abbreviation with a digit', 't1d for ten years', 'type 1 diabetes mellitus'],
    ['a Greek letter', 'α-1 antitrypsin deficiency runs in my family', 'alpha 1-antitrypsin deficiency'],
    ['a name with an accent', 'Guillain–Barré took my legs', 'Guillain-Barre syndrome'],
    ['a name in a plural', 'support for Ehlers-Danlos syndromes', 'Ehlers-Danlos syndrome'],
    ['what people call a treatment', 'chemo starts on Monday', 'Chemotherapy'],
    ['what people call long COVID', 'long covid took my job', 'long COVID'],
    ['IBS in small letters', 'ibs is ruining this trip', 'irritable bowel syndrome'],
    ['a name with a letter missing', 'fibromyalga flare', 'fibromyalgia'],
    ['a rare name of several words', 'Charcot-Marie-Tooth disease type 1A in our family', 'Charcot-Marie-Tooth disease type 1A'],
  ])('%s', (_, text, name) => {
    expect(named(text)).toContain(name);
  });
});
