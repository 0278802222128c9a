import { FactList } from "@/components/guide/fact-list";
import { GuideSection } from "@/components/guide/guide-section";
import { TextLink } from "@/components/ui/text-link";
import { EVENT_CATALOG, EVENT_TYPES } from "@/lib/webhooks/event-catalog";
import { REQUEST_HEADERS } from "@/lib/webhooks/guide/request-headers";
import { VISIT_ROWS } from "@/lib/webhooks/guide/visit-rows";

/** The events, how many of them to expect, and the form in which they come. */
export function WhatArrives() {
  return (
    <>
      <GuideSection id="events">
        <p>
          A webhook receives all six events unless some were chosen. Each is one change, recorded together
          with it: no change, no event; one change, one event.
        </p>
        <FactList
          isCode
          facts={EVENT_TYPES.map((type) => ({ name: type, text: EVENT_CATALOG[type].description }))}
        />
        <p>
          <code className="font-mono text-[0.8125rem]">review-created</code> carries the rating alone: it is
          sent when the stars are saved. What the customer writes comes with{" "}
          <code className="font-mono text-[0.8125rem]">review-updated</code>, also when one form does both. If
          you need finished reviews only, choose{" "}
          <code className="font-mono text-[0.8125rem]">review-updated</code> and act when{" "}
          <code className="font-mono text-[0.8125rem]">submitted_at</code> is among the changes: that is so
          once per review.
        </p>
      </GuideSection>
      <GuideSection id="visit">
        <FactList
          facts={VISIT_ROWS.map(({ customer, events }) => ({
            name: `The customer ${customer}`,
            text:
              events.length === 0 ? (
                "nothing"
              ) : (
                <ul className="flex flex-col gap-0.5">
                  {events.map(({ type, note }) => (
                    <li key={type}>
                      <code className="font-mono text-[0.8125rem]">{type}</code>
                      <span className="text-muted-foreground"> · {note}</span>
                    </li>
                  ))}
                </ul>
              ),
          }))}
        />
      </GuideSection>
      <GuideSection id="request">
        <p>
          A POST of JSON to exactly the URL that was given. The headers follow{" "}
          <TextLink href="https://www.standardwebhooks.com">Standard Webhooks</TextLink>, so its libraries
          verify them in many languages.
        </p>
        <FactList isCode facts={Object.entries(REQUEST_HEADERS).map(([name, text]) => ({ name, text }))} />
      </GuideSection>
    </>
  );
}
