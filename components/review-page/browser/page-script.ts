import type { HostedAnswer } from "@/lib/review-page/hosted-answer";

/** What the capture script in the head leaves for the form's module at the end of the page. */
export type PageScript = {
  /** Sends what `fields` gives until there is an answer; `onTrouble` hears when the network fails and it is tried again. */
  send: (fields: () => Iterable<[string, string]>) => Promise<HostedAnswer>;
  onTrouble: (isTrouble: boolean) => void;
  /** The landing's answer; null when there is nothing to save. */
  landing: Promise<HostedAnswer> | null;
  /** True once a pointer, touch, key or click was seen. */
  touched: boolean;
  /** True once one was seen that the browser made, not a script. */
  pressed: boolean;
};

declare global {
  interface Window {
    starwire: PageScript;
  }
  interface Document {
    /** Speculation rules (WICG nav-speculation); absent where a browser doesn't prerender. */
    prerendering?: boolean;
  }
}
