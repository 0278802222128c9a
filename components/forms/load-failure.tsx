"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ActionError } from "@/lib/actions/result";

type LoadFailureProps = {
  query: { error: Error | null; data: unknown; isFetching: boolean; refetch: () => unknown };
  className?: string;
};

/** What a list or page says that couldn't be read; nothing when it could. A refusal in words is final. */
export function LoadFailure({ query, className }: LoadFailureProps) {
  if (!query.error) return null;
  const { error, data, isFetching, refetch } = query;
  const isFinal = error instanceof ActionError && error.failure.code !== "unexpected";
  return (
    <Notice
      tone="danger"
      role="alert"
      {...(className ? { className } : {})}
      actions={
        !isFinal && (
          <Button size="sm" pending={isFetching} onClick={() => void refetch()}>
            Try again
          </Button>
        )
      }
    >
      {data ? "The server can't be reached; what you see may be old." : error.message}
    </Notice>
  );
}
