import { scoreLabel, type Score } from "@/lib/reviews/score";

/**
 * Everything the hosted review page says to customers besides what a project says itself in Settings > Review page. The
 * page's scripts say nothing of their own.
 */
export const PAGE_WORDS = {
  /** BCP 47, of the words below. */
  language: "en",

  starName: (score: Score): string => `${starCount(score)}, ${scoreLabel(score).toLowerCase()}`,
  saved: (score: Score): string => `Your rating, ${score} of 5 stars, is saved`,
  notSaved: (score: Score): string => `Your rating, ${score} of 5 stars, is not saved yet.`,
  nothingSaved: "Nothing is saved yet.",
  tapAnywhere: "Tap anywhere to save your rating.",
  oneTapSaves: (score: Score): string => `One tap saves your rating, ${score} of 5 stars.`,
  saveRating: "Save my rating",
  oneMoreTap: "One more tap",
  askChange: (from: Score, to: Score): string => `You rated ${from}. Change it to ${to}?`,
  change: (to: Score): string => `Change to ${starCount(to)}`,

  tellMore: "Tell us more",
  optional: "(optional)",
  name: "Your name",
  email: "Your e-mail address",
  optionalAndHidden: "(optional, never shown to others)",
  leaveEmpty: "Leave this empty",
  submit: "Submit",
  edit: "Edit my review",
  /** Before and after the customer's first name. */
  reviewingAs: ["You are reviewing as ", "."],
  notYou: "Not you?",

  cantReachServer: "We can't reach the server. What you wrote is kept here, and we keep trying.",
  stale: "This page was open for a long time. Nothing is lost: please send it once more.",
  ourFault: (logId: string): string =>
    `Something went wrong on our side (${logId}). Nothing was saved; please try again.`,
  chooseStars: "Choose a number of stars first.",
  textTooLong: "Use at most 5,000 characters.",
  nameTooLong: "Use at most 200 characters for your name.",
  notAnEmail: "This isn't an e-mail address, for example jane@example.com.",
  reviewGone: "This review can't be edited here any more.",
  tooMany: "Too many tries. Wait a little and try again.",
  tooBig: "That is too much to send at once.",
  otherSite: "This was sent from another site. Open the page here and try again.",
  refusedTitle: "Nothing was saved",
  closedTitle: "This link doesn't work",
  closed:
    "It may have been mistyped, have ended or been withdrawn. Please ask whoever sent it to you for a new one.",
} as const;

function starCount(score: Score): string {
  return score === 1 ? "1 star" : `${score} stars`;
}
