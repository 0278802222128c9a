import type { Metadata } from "next";
import { connection } from "next/server";
import { GuideContents, GuideSection } from "@/components/guide/guide-section";
import { OrderAndPauses } from "@/components/guide/order-and-pauses";
import { PayloadReference } from "@/components/guide/payload-reference";
import { Retries } from "@/components/guide/retries";
import { VerifyAndAnswer } from "@/components/guide/verify-and-answer";
import { WhatArrives } from "@/components/guide/what-arrives";
import { WhereTo } from "@/components/guide/where-to";
import { env } from "@/lib/env";
import { retryRows } from "@/lib/webhooks/guide/retry-rows";
import { orderWords, turnOffWords } from "@/lib/webhooks/guide/rule-words";
import { healthThresholds } from "@/lib/webhooks/health-thresholds";

export const metadata: Metadata = { title: "Receiver's guide" };

/** For who receives webhooks: what comes, how to trust it, what to answer. The figures are this installation's. */
export default async function GuidePage() {
  await connection();
  const { WEBHOOK_RETRY_DELAYS: delays } = env();
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">Receiver's guide</h1>
      <p className="mt-2 mb-6 max-w-3xl text-sm text-muted-foreground">
        How to receive Starwire's webhooks: what comes, how to trust it and what to answer.
      </p>
      <div className="grid gap-8 text-sm leading-6 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <GuideContents />
        <div className="flex max-w-3xl min-w-0 flex-col gap-12">
          <GuideSection id="short">
            <ol className="flex list-decimal flex-col gap-1 pl-5">
              <li>Read the raw body and verify its signature.</li>
              <li>Answer any 2xx within 15 seconds, then work.</li>
              <li>
                Drop a <code className="font-mono text-[0.8125rem]">webhook-id</code> that you have seen.
              </li>
              <li>
                Drop a <code className="font-mono text-[0.8125rem]">data.revision</code> that isn't newer than
                what you have.
              </li>
            </ol>
          </GuideSection>
          <WhatArrives />
          <VerifyAndAnswer />
          <Retries rows={retryRows(delays)} turnOffRule={turnOffWords(healthThresholds())} />
          <OrderAndPauses waits={orderWords(delays)} />
          <WhereTo />
          <PayloadReference />
        </div>
      </div>
    </>
  );
}
