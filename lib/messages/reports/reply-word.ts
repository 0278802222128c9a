const WORDS: Readonly<Record<"stop" | "start" | "help", readonly string[]>> = {
  // FCC 47 CFR 64.1200(a)(10) names most of these; Twilio's own list has the others.
  stop: ["stop", "stopall", "quit", "end", "revoke", "optout", "opt out", "opt-out", "cancel", "unsubscribe"],
  start: ["start", "unstop", "yes"],
  help: ["help", "info"],
};

/** "Stop texting me": any reasonable way to say it counts (the same rule). */
const STOP_SENTENCE = /^(?:please )?(?:stop|unsubscribe|opt out|opt me out|remove me)\b/;

/** What a customer means by a reply to an SMS; null when it is anything else. Case and punctuation don't matter. */
export function replyWord(text: string): "stop" | "start" | "help" | null {
  const said = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  for (const word of ["stop", "start", "help"] as const) if (WORDS[word].includes(said)) return word;
  return STOP_SENTENCE.test(said) ? "stop" : null;
}
