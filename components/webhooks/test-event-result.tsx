"use client";

import { useQuery } from "@tanstack/react-query";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";
import { answerWords } from "@/lib/webhooks/delivery-words";
import { deliveryQuery } from "@/lib/webhooks/query-options";

const FAST_MS = 700;

/** What came of a test event, and the way to all of it: asked often until its first attempt has ended. */
export function TestEventResult({ slug, deliveryId }: { slug: string; deliveryId: string }) {
  const { data } = useQuery({
    ...deliveryQuery(slug, deliveryId),
    refetchInterval: ({ state }) => (state.data && state.data.attempts.length > 0 ? false : FAST_MS),
  });
  const answer = data?.attempts[0];
  const isDelivered = answer !== undefined && answer.error === null;
  return (
    <div role="status" className="mt-3">
      <Notice
        tone={!answer ? "info" : isDelivered ? "success" : "warning"}
        actions={<TextLink href={paths.delivery(slug, deliveryId)}>Open delivery</TextLink>}
      >
        {answer ? `Test event: ${answerWords(answer)}` : "Test event: on its way …"}
      </Notice>
    </div>
  );
}
