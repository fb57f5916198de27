import { answer, type Model } from '../../core/model.ts';
import { ANSWERS, Passage } from '../../core/network-shape.ts';
import type { LabelledPost } from '../corpus.ts';
import { type CurveFigures, curveFigures } from './curve.ts';
import { type Judged, NEVER } from './decide.ts';
import type { Texts } from './texts.ts';

/** For each answer the logits of the posts on which readers agreed; of experiences only, whose they are. */
export function judgedOf(model: Model, posts: readonly LabelledPost[], texts: Texts): readonly (readonly Judged[])[] {
  const passage = new Passage();
  const judged = Array.from({ length: ANSWERS }, (): Judged[] => []);
  for (const [index, { gold }] of posts.entries()) {
    answer(model, texts.inputOf(index), passage);
    const golds = [gold.experience, gold.claim, gold.health, gold.voice === null ? null : gold.voice === 'carer'];
    for (const [which, said] of golds.entries()) {
      if (said === null) continue;
      const logit = texts.possibleOf(index)[which] === true ? (passage.logits[which] as number) : NEVER;
      judged[which]?.push({ logit, gold: said });
    }
  }
  return judged;
}

/** How good each answer is, at every threshold. */
export function figuresOf(judged: readonly (readonly Judged[])[]): Readonly<Record<string, CurveFigures>> {
  return Object.fromEntries(ANSWER_NAMES.map((name, which) => [name, curveFigures(judged[which] ?? [])]));
}

const ANSWER_NAMES = ['experience', 'claim', 'health', 'carer'] as const;
