export type PromiseEntry = {
  /** P01 … P62, in the order of the text that makes them. */
  id: string;
  /** What is promised, in our own words. */
  words: string;
  /** The half of the product that it needs: reviews and webhooks, messages, or both. */
  half: "R" | "M" | "R+M";
  /** Path of the spec that proves it, from here, without `.spec.ts`. Its name is the claim. */
  spec: string;
  /** What it still waits for. It has no spec then, and never counts as kept. */
  later?: string;
};
