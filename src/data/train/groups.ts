/** Groups of posts to leave out one at a time: one illness of the tweets, the communities, the outlets. */
export const GROUPS: Readonly<Record<string, (post: { readonly set: string; readonly text: string }) => boolean>> = {
  'Alzheimer’s': ({ set, text }) => set === 'illness' && /alzheimer|dementia/i.test(text),
  diabetes: ({ set, text }) => set === 'illness' && /diabet|insulin|t1d/i.test(text),
  cancer: ({ set, text }) => set === 'illness' && /cancer|chemo/i.test(text),
  communities: ({ set }) => set === 'ncats' || set === 'psytar',
  outlets: ({ set }) => set === 'uci' || set === 'facebook',
  rumours: ({ set }) => set === 'covid_rumor' || set === 'reddit_misinfo',
};
