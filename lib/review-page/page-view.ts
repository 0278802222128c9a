import type { PageSettings } from "@/lib/review-page/page-settings";
import type { Score } from "@/lib/reviews/score";

/** What the customer is asked before anything is saved or changed: one sentence, one button. */
export type PageQuestion = { kind: "confirm"; score: Score } | { kind: "change"; from: Score; to: Score };

/** What stands above the form about the rating. */
export type RatingNotice =
  /** The script of the page saves it now; without JavaScript a button does. */
  | { kind: "landing"; score: Score }
  | { kind: "saved"; score: Score }
  | { kind: "touch" }
  | PageQuestion
  | null;

export type FormProblem = { sentence: string; field: string | undefined };

/** The form of the hosted page. */
export type FormView = {
  kind: "form";
  notice: RatingNotice;
  /** The stars that are chosen. */
  chosen: Score | null;
  body: string | null;
  problem: FormProblem | null;
  /** A customer with a link, or a visitor of the public page, who may say who they are. */
  visitor:
    | { kind: "customer"; firstName: string | null }
    | { kind: "public"; name: string | null; email: string | null; reviewKey: string | null };
};

export type PageView =
  | FormView
  /** A form came without JavaScript, or looked automatic: the same again with one button. */
  | { kind: "one_button"; fields: Record<string, string>; score: Score | null }
  /** `reviewKey` where the visitor has no link to come back by. */
  | { kind: "thanks"; score: Score; body: string | null; reviewKey: string | null };

/** What all views of one visit share. */
export type PageFrame = {
  project: { name: string; slug: string };
  settings: PageSettings;
  /** Where its forms go. */
  action: string;
  /** For the next form. */
  nonce: string;
};

/** One hosted page, ready to be shown. */
export type HostedPage = PageFrame & { view: PageView };
