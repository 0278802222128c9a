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
  /** It would change the score that was given. */
  isChange?: boolean;
};

/**
 * True when a form could be a scanner's, so that its answer is a page with one button. Scanners send plain forms, press
 * Submit by script, and come with other scores after the customer; a person's press settles how the visit came about, but
 * not who is visiting.
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
  if (sending.isPressed) return false;
  return sending.isChange === true || suspectReasons(signals).length > 0 || isEarly(settings, link, now);
}
