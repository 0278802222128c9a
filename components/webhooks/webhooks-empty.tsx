import { Webhook } from "lucide-react";
import type { ReactNode } from "react";

/** What webhooks are, while there is none. */
export function WebhooksEmpty({ action }: { action: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-lg border border-dashed px-6 py-12 text-center">
      <span className="flex size-10 items-center justify-center rounded-lg border bg-muted text-muted-foreground">
        <Webhook aria-hidden className="size-5" />
      </span>
      <p className="max-w-sm text-sm text-balance text-muted-foreground">
        Webhooks send reviews and messages to your own systems as they happen. You give a URL; we POST to it.
      </p>
      {action}
    </div>
  );
}
