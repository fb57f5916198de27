/** Invented posts, every seventh of them about somebody's health, all of them different. */
export function madePosts(count: number): readonly MadePost[] {
  return Array.from({ length: count }, (_, number) => ({
    id: String(9_000_000 + number),
    name: `Person ${number % 89}`,
    handle: `person_${number % 89}`,
    text: [
      `${TEXTS[number % TEXTS.length]} (${number})`,
      ...(number % 20 === 3 ? [{ link: LINKS[number % LINKS.length] as string }] : []),
    ],
  }));
}

export interface MadePost {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly text: readonly (string | { readonly link: string })[];
}

/** A post that carries a badge. */
export function experience(number: number): MadePost {
  const text = [`Day ${number} of my lupus flare. I was diagnosed two years ago and I am still so tired every morning.`];
  return { id: String(8_000_000 + number), name: 'Ines Fabrikova', handle: 'ines_f', text };
}

const TEXTS: readonly string[] = [
  'The bus was late again, and nobody at the stop said a word about it. We just looked at our shoes.',
  'Rain since noon. The roof of the shed holds, the gutter does not.',
  'I was diagnosed with lupus two years ago and my joints still hurt every morning. Some days I cannot hold a cup.',
  'New shelves are up! They are crooked, but so are the walls of this house, and the books do not mind.',
  'The dog has found the cake. There is no more cake. The dog regrets nothing.',
  'What a match. Two goals in the last five minutes, and my neighbour has no voice left.',
  'Looking for somebody who can tune an old piano near the harbour. It has not been played since the spring.',
  'Our library opens on Sundays from next month on. Bring the children, there will be stories at three.',
  'Eating garlic every day lowers blood pressure and prevents heart attacks, a study shows.',
  'Forty kilometres on the old railway line today, with the wind in my face both ways, as it should not be possible.',
  'The council has put the plans for the bridge online. Page 40 is worth a look if you park there.',
  'Making jam from the plums that nobody wanted. Eleven jars so far, and the kitchen looks like a battlefield.',
  'Does anybody else think that the new timetable was made by somebody who has never seen a train?',
  'First day at the new job. I have found the coffee machine and the way out.',
];

const LINKS: readonly string[] = [
  'https://example.com/news/bridge',
  'https://www.nhs.uk/conditions/lupus/',
  'https://example.org/a/b',
];
