import { isbot } from "isbot";

/** What one visit tells about who is visiting. */
export type VisitSignals = {
  userAgent: string;
  /** `Sec-Purpose` or `Purpose` say prefetch or prerender. */
  isPrefetch: boolean;
  /** `navigator.webdriver`, or its having been tampered with, as the page's script reports it. */
  isAutomated: boolean;
  /** Different scores of this link asked for within 60 s, this one included. */
  scoresInAMinute: number;
  /** A field that people can't see was filled. */
  tookDecoy: boolean;
};

/** Names of the signals that make a visit suspect; empty for an ordinary one. */
export function suspectReasons(signals: VisitSignals): string[] {
  const found = {
    empty_user_agent: signals.userAgent.trim() === "",
    bot_user_agent: isbot(signals.userAgent.trim()),
    prefetch: signals.isPrefetch,
    automation: signals.isAutomated,
    several_scores: signals.scoresInAMinute > 1,
    decoy: signals.tookDecoy,
  };
  return Object.entries(found).flatMap(([reason, isTrue]) => (isTrue ? [reason] : []));
}

const OF_THE_VISITOR = new Set(["empty_user_agent", "bot_user_agent", "automation", "decoy"]);

/**
 * True when the visitor looks automatic, which no press of a button settles. How the visit came about (a prefetch,
 * several scores) is settled by one.
 */
export function isVisitorSuspect(signals: VisitSignals): boolean {
  return suspectReasons(signals).some((reason) => OF_THE_VISITOR.has(reason));
}

/** True when the request was made ahead of a visit (Fetch standard, `Sec-Purpose`; `Purpose`, `X-Moz` before it). */
export function isPrefetchRequest(headers: Headers): boolean {
  return ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|prerender|preview/i.test(headers.get(name) ?? ""),
  );
}
