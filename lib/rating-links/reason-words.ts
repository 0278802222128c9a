/** Reasons for which an opening of a rating link was not saved, as the scanner guard names them. */
const WORDS: Record<string, string> = {
  early: "opened within minutes of sending, without a touch",
  empty_user_agent: "named no browser",
  bot_user_agent: "a known program",
  prefetch: "loaded ahead of a visit",
  automation: "a browser run by a program",
  several_scores: "several stars within a minute",
  decoy: "filled in a hidden field",
  always_confirm: "not confirmed by the button",
  on_submit: "not submitted",
};

/** Reasons of an unsaved opening in words, separated by commas. */
export function reasonWords(reasons: readonly string[]): string {
  return reasons.map((reason) => WORDS[reason] ?? reason).join(", ");
}
