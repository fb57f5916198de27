/**
 * Words that are no name of anything in the list and still tell how a text is meant:
 *
 * - `illness-sign`: words of being ill or treated, `diagnosed`, `flare-up`, `my consultant`, `side effects`.
 *   One of them beside a weak name (`MS`, `cold`) makes it count.
 * - `health-word`: words of health and medicine at large, `patients`, `vaccine`, `clinical trial`.
 *   They tell what a post is about, and make no name count.
 *
 * They are kept in `data/curated/signs.*` and found by the same scan as the names.
 */
export type SignKind = 'illness-sign' | 'health-word';

/** Where the signs of a text are, by word number. */
export interface Sign {
  readonly kind: SignKind;
  readonly from: number;
  readonly to: number;
}
