"use client";

import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;

/** What stands in place of a page that failed. */
export function ErrorMessage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  return (
    <MessagePage
      title="Something went wrong on our side"
      actions={<Button onClick={retry}>Try again</Button>}
    >
      <p>Nothing was changed. The log of the server says more{digest ? ` under ${digest}` : ""}.</p>
    </MessagePage>
  );
}
