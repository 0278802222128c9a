import type { Metadata } from "next";
import {
  getAccessFallbackHTTPStatus,
  isHTTPAccessFallbackError,
} from "next/dist/client/components/http-access-fallback/http-access-fallback";
import { cache, type ReactNode } from "react";
import { RefusedPage } from "@/app/_pages/refused-page";
import { setPageStatus } from "@/lib/answer-status";

type Outcome = { shown: ReactNode } | { refused: 403 | 404; error: unknown };

/**
 * A page whose refusals are complete without JavaScript. Next answers `forbidden()` and `notFound()` with the right status
 * and an empty document, which its script fills; here status, title and sentence come from the server.
 * @param title of the page when it isn't refused
 * @param render the page; asked once per request, for title and content together
 */
export function answeredPage<Props>(title: string, render: (props: Props) => Promise<ReactNode>) {
  const ofRequest = cache((): { outcome?: Promise<Outcome> } => ({}));
  const outcomeOf = (props: Props): Promise<Outcome> => (ofRequest().outcome ??= find(() => render(props)));

  async function Answer(props: Props): Promise<ReactNode> {
    const outcome = await outcomeOf(props);
    if ("shown" in outcome) return outcome.shown;
    if (!setPageStatus(outcome.refused)) throw outcome.error;
    return <RefusedPage status={outcome.refused} />;
  }

  /** What else may happen, a redirect or a defect, is told by the page itself. */
  async function generateMetadata(props: Props): Promise<Metadata> {
    const outcome = await outcomeOf(props).catch(() => null);
    if (!outcome || "shown" in outcome) return { title };
    return { title: outcome.refused === 403 ? "Not allowed" : "Not found" };
  }

  return { Answer, generateMetadata };
}

async function find(render: () => Promise<ReactNode>): Promise<Outcome> {
  try {
    return { shown: await render() };
  } catch (error) {
    if (!isHTTPAccessFallbackError(error)) throw error;
    return { refused: getAccessFallbackHTTPStatus(error) === 403 ? 403 : 404, error };
  }
}
