/** A post of the demo. The people and their words are invented; the addresses of sources are real where they are no trap. */
export interface DemoPost {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  /** As the sites write it: `2h`. */
  readonly ago: string;
  /** As somebody types it; each site draws its addresses and emoji in its own way. */
  readonly text: string;
  readonly card?: DemoCard;
  readonly quoted?: DemoPost;
  readonly comments?: readonly DemoPost[];
}

export interface DemoCard {
  readonly address: string;
  readonly title: string;
}

export const X_POSTS: readonly DemoPost[] = [
  {
    id: '2600000000000000001',
    name: 'Maren Holt',
    handle: 'maren_holt',
    ago: '2h',
    text: 'I was diagnosed with Marfan syndrome three years ago and I still hold my breath before every scan. Stable again today 💙 If you are new to this, here is what helped me understand it: https://www.orpha.net/en/disease/detail/558',
  },
  {
    id: '2600000000000000002',
    name: 'Idris Vale',
    handle: 'idrisvale',
    ago: '3h',
    text: 'My daughter has spinal muscular atrophy. Last night she slept through for the first time since her treatment started. I sat in the kitchen and cried.',
  },
  {
    id: '2600000000000000003',
    name: 'Petra Lindqvist',
    handle: 'petra_lq',
    ago: '4h',
    text: 'High blood pressure raises the risk of a stroke, and eating less salt lowers blood pressure.',
  },
  {
    id: '2600000000000000004',
    name: 'Joss Amaro',
    handle: 'jossamaro',
    ago: '4h',
    text: 'This group project is giving me cancer. Who sets a meeting for seven on a Monday?',
  },
  {
    id: '2600000000000000005',
    name: 'Hill Lane School',
    handle: 'hilllaneschool',
    ago: '5h',
    text: 'A child in your class has sickle cell disease? What it is, and what to do on a bad day.',
    card: { address: 'https://www.nhs.uk/conditions/sickle-cell-disease/', title: 'Sickle cell disease' },
  },
  {
    id: '2600000000000000006',
    name: 'Wellness Daily Tips',
    handle: 'wellnessdailyti',
    ago: '6h',
    text: 'Vitamin D lowers the risk of multiple sclerosis, a new study shows. The proof: https://nih.gov.evil.example/vitamin-d',
  },
  {
    id: '2600000000000000007',
    name: 'Tomasz Brandt',
    handle: 'tbrandt_boats',
    ago: '6h',
    text: 'Sun coming up over the harbour, coffee in hand, boat still not repaired.',
  },
  {
    id: '2600000000000000008',
    name: 'Ngozi Farrow',
    handle: 'ngozifarrow',
    ago: '8h',
    text: 'Nobody warned me about the tiredness. I have had lupus for nine years and it is still the hardest part.',
    quoted: {
      id: '2600000000000000009',
      name: 'Lupus Reading Circle',
      handle: 'lupusreading',
      ago: '9h',
      text: 'Lupus often causes extreme tiredness. A good page to start with: https://medlineplus.gov/lupus.html',
    },
  },
  {
    id: '2600000000000000010',
    name: 'Elin Sato',
    handle: 'elinsato_reads',
    ago: '11h',
    text: 'A small new study finds that longer naps reduce sudden sleep attacks in people with narcolepsy: https://www.medrxiv.org/content/10.1101/2099.01.01.99000001v1',
  },
  {
    id: '2600000000000000012',
    name: 'Bea Lomax',
    handle: 'bea_lomax',
    ago: '12h',
    text: 'My cousin has sent me this one again. It says that the MMR vaccine causes autism: https://doi.org/10.1016/S0140-6736(97)11096-0',
  },
  {
    id: '2600000000000000011',
    name: 'Corey Dunmore',
    handle: 'coreydunmore',
    ago: '13h',
    text: 'Our hospital gets a second scanner next spring, says the paper: https://gazette.example/town/new-scanner',
  },
];

export const FACEBOOK_POSTS: readonly DemoPost[] = [
  {
    id: '7100000000000001',
    name: 'Annika Roe',
    handle: 'annika.roe',
    ago: '1h',
    text: 'I was diagnosed with complex regional pain syndrome last spring, and this morning it is awful. I could not hold the kettle, so my neighbour made the tea.',
    comments: [
      {
        id: '7100000000000002',
        name: 'Della Marsh',
        handle: 'della.marsh',
        ago: '50m',
        text: 'I have lived with complex regional pain syndrome for six years, since an operation on my left foot. Warm water helps me a little on days like this.',
      },
      { id: '7100000000000003', name: 'Sunil Achar', handle: 'sunil.achar', ago: '40m', text: 'Thinking of you 💐' },
    ],
  },
  {
    id: '7100000000000004',
    name: 'Ruth Okafor',
    handle: 'ruth.okafor.77',
    ago: '3h',
    text: 'My husband was diagnosed with Parkinson’s disease six years ago. Yesterday he danced at our son’s wedding, slowly, and all the way to the end.',
  },
  {
    id: '7100000000000005',
    name: 'Lewis Tarn',
    handle: 'lewis.tarn',
    ago: '5h',
    text: 'I have had Crohn’s disease for eleven years, and today I am finally keeping soup down. I sent this page to my manager, it explains it better than I can: https://www.nhs.uk/conditions/crohns-disease/',
  },
  {
    id: '7100000000000006',
    name: 'Breathing Space Choir',
    handle: 'breathingspacechoir',
    ago: '7h',
    text: 'Cystic fibrosis causes thick mucus that blocks the lungs. Why some of our singers cough, and why they sing:',
    card: { address: 'https://medlineplus.gov/cysticfibrosis.html', title: 'Cystic Fibrosis' },
  },
  {
    id: '7100000000000007',
    name: 'Gwen Pardoe',
    handle: 'gwen.pardoe',
    ago: '9h',
    text: 'Studies show that celery juice reduces the pain of rheumatoid arthritis. The doctors will not tell you that.',
  },
  {
    id: '7100000000000008',
    name: 'Village Nursery Parents',
    handle: 'villagenurseryparents',
    ago: '12h',
    text: 'Two doses of the measles vaccine protect nearly all children: https://www.who.int/news-room/fact-sheets/detail/measles and the leaflet we hand out: https://www.nhs.uk/conditions/measles/',
  },
  {
    id: '7100000000000010',
    name: 'Paulo Reyes',
    handle: 'paulo.reyes.77',
    ago: '14h',
    text: 'Remember when everybody shared this study? It said that hydroxychloroquine raises the risk of death from Covid: https://doi.org/10.1016/S0140-6736(20)31180-6',
  },
  {
    id: '7100000000000011',
    name: 'Night Shift Book Club',
    handle: 'nightshiftbookclub',
    ago: '16h',
    text: 'A small trial found that surgery can ease severe obsessive-compulsive disorder: https://doi.org/10.1001/jamapsychiatry.2014.1193',
  },
  {
    id: '7100000000000012',
    name: 'Hanne Dahl',
    handle: 'hanne.dahl',
    ago: '20h',
    text: 'Sensors lower the risk of low blood sugar in type 1 diabetes, says the company that sells them: https://www.abbott.com/diabetes',
  },
  {
    id: '7100000000000009',
    name: 'Owen Fairley',
    handle: 'owen.fairley',
    ago: '1d',
    text: 'I am running the spring half marathon for the local hospice. Every pound counts, and so does every cheer!',
  },
];
