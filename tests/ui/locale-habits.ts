/** Texts that are the same as in English: names under `*`; the others are words that the languages share. */
export const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  '*': ['Lived & Cited', 'X', 'Facebook', 'ltr'],
  de: ['In Wikidata', 'International', 'Name', 'Pause', 'Symptom', 'Text'],
  es: ['Hospital'],
  fr: ['$COUNT$ source', '$COUNT$ sources', 'International', 'Licence', 'Patient', 'Pause', 'Site', 'Sites', 'Source'],
  it: ['In Wikidata', 'Post', 'Privacy'],
  nl: ['In Wikidata', 'Privacy', 'Site', 'Sites'],
  pl: ['Post'],
  pt_BR: ['Hospital', 'Site', 'Sites'],
  pt_PT: ['Hospital', 'Site', 'Sites'],
};

/** Words that English cannot do without and that are no words in the others. */
export const ENGLISH_WORD = /\b(the|and|with|this|that|your|you|not|from|which|are|their)\b/i;

/** What is a misprint: everywhere under `*`, and in one language. */
export const MISPRINTS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  '*': [
    [/^\s|\s$|\s\s/u, 'no space at an end, none twice'],
    [/"|\.\.\./, 'typographic quotation marks and dots: “ ” …'],
  ],
  fr: [
    [/'/, 'the apostrophe is ’'],
    [/ [:;?!»]|« /, 'the space before : ; ? ! and inside « » does not break'],
    [/[^\s\u00a0\u202f][:;?!](?!\/)(\s|$)/u, 'there is a space before : ; ? !'],
  ],
  it: [[/'/, 'the apostrophe is ’']],
  nl: [[/'/, 'the apostrophe is ’']],
  es: [
    [/^[^¿]*\?/u, 'a question begins with ¿'],
    [/^[^¡]*!/u, 'an exclamation begins with ¡'],
  ],
  de: [[/(?<!„[^„“]*)“|”/u, 'quotation marks are „ and “']],
  pl: [[/(?<!„[^„”]*)”|“/u, 'quotation marks are „ and ”']],
  ar: [[/[?;](\s|$)|[\u0600-\u06ff],/u, 'the comma is ، the semicolon ؛ and the question mark ؟']],
  ja: [
    [/[\u3040-\u30ff\u4e00-\u9fff][,.:;!?()]/u, 'punctuation is of full width'],
    [/[\u3040-\u30ff\u4e00-\u9fff] [\u3040-\u30ff\u4e00-\u9fff]/u, 'no space between words'],
  ],
};
