/** What the page's script is answered. Pieces of HTML are rendered by the server, as in the page itself. */
export type HostedAnswer = {
  /**
   * `notice`: put the piece above the form. `touch`: as notice, and the first touch saves. `main`: the page's new content.
   * `problem`: a sentence for the customer, nothing was changed. `stale`: fetch a new nonce and send again.
   */
  state: "notice" | "touch" | "main" | "problem" | "stale";
  /** For the next form. */
  nonce: string | null;
  html: string | null;
  sentence: string | null;
  field: string | null;
  /** The score that is saved, when that is known. */
  saved: number | null;
  /** What a submit has kept; when the form shows something else by now, it is sent once more. */
  kept: { score: number; body: string | null; reviewKey: string | null } | null;
};
