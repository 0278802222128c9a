import type { RatingSave } from "@/lib/db/generated/enums";
import type { Visit } from "@/e2e/scanners/visit";

/** One way in which a rating link is opened, and what may come of it. */
export type CorpusRow = {
  name: string;
  /** Who does this, or where it is told of. */
  source: string;
  /**
   * `robot` saves nothing. `human` saves with exactly so many taps after the click in the message. `indistinguishable`
   * does what a person would do and is saved; as suspect where the visitor shows any sign of being automatic.
   */
  kind: "human" | "robot" | "indistinguishable";
  /** The link: one that left by e-mail an hour ago where nothing is said. */
  link?: { channel?: "email" | "sms" | "link"; leftMinutesAgo?: number };
  ratingSave?: RatingSave;
  behaviour: (visit: Visit) => Promise<void>;
  /** What is stored afterwards; a robot after a customer must leave the customer's rating as it is. */
  review: { score: number; status?: "rated" | "submitted"; isSuspect?: boolean } | null;
  /** Types of the events, in order. */
  events: readonly string[];
  /** Of what is saved without a mark: the human row that does the very same, so that nothing can tell the two apart. */
  twin?: string;
  /** Taps after the click in the message; of humans only. */
  taps?: number;
};

export const CREATED = ["review-created"] as const;
export const CREATED_AND_UPDATED = ["review-created", "review-updated"] as const;
export const NOTHING = { review: null, events: [] } as const;

export const MINUTE = { leftMinutesAgo: 0.2 } as const;
