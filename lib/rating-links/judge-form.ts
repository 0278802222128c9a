import {
  couldBeScanned,
  type GuardedLink,
  type GuardSettings,
  isEarly,
} from "@/lib/rating-links/scanner-guard";
import { isVisitorSuspect, suspectReasons, type VisitSignals } from "@/lib/rating-links/visit-signals";

/** How a form of the hosted page was sent. */
export type FormSending = {
  /** By the page's script; otherwise as a plain form. */
  isScript: boolean;
  /**
   * Somebody pressed something: the script saw an input event that the browser made, or, for a plain form, the browser
   * says that a person set it off.
   */
  isPressed: boolean;
};

/**
 * True when a form could be a scanner's, so that its answer is a page with one button. Scanners send plain forms, and
 * press Submit by script; a person's press settles how the visit came about, but not who is visiting.
 */
export function needsOneButton(
  settings: GuardSettings,
  link: GuardedLink,
  signals: VisitSignals,
  sending: FormSending,
  now: Date,
): boolean {
  if (link.ratingSave === "every_click" || !couldBeScanned(settings, link)) return false;
  if (signals.tookDecoy) return true;
  if (!sending.isScript) return !sending.isPressed || isVisitorSuspect(signals);
  return !sending.isPressed && (suspectReasons(signals).length > 0 || isEarly(settings, link, now));
}
