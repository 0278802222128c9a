"use client";

import { useMutation } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { toastFailure } from "@/components/forms/toast-failure";
import { ReceivedRow } from "@/components/receiver/received-row";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { unwrap } from "@/lib/actions/result";
import { clearReceivedRequestsAction } from "@/lib/receiver/actions";
import type { ReceivedRequest } from "@/lib/receiver/received-request";

/** What arrived, newest first. */
export function ReceivedList({ requests }: { requests: ReceivedRequest[] }) {
  const clear = useMutation({
    mutationFn: () => unwrap(clearReceivedRequestsAction(null)),
    onError: toastFailure,
  });
  return (
    <section aria-labelledby="received-title">
      <div className="mb-3 flex min-h-8 items-center justify-between gap-4">
        <h2 id="received-title" className="text-sm font-semibold">
          Received
        </h2>
        {requests.length > 0 && (
          <Button size="sm" onClick={() => clear.mutate()} pending={clear.isPending}>
            Clear
          </Button>
        )}
      </div>
      {requests.length === 0 ? (
        <EmptyState icon={Inbox} title="Nothing has arrived yet" level={3}>
          Create a webhook with the URL above, then open a rating link as a customer would. The request shows
          up here as it arrives.
        </EmptyState>
      ) : (
        <ol aria-label="Received requests" className="divide-y rounded-lg border bg-card">
          {requests.map((request) => (
            <ReceivedRow key={request.seq} request={request} />
          ))}
        </ol>
      )}
    </section>
  );
}
