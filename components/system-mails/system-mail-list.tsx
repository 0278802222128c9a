import { Mail } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SystemMailItem } from "@/lib/system-mails/queries";

/** Mails of Starwire itself, each opened in place. */
export function SystemMailList({ mails }: { mails: SystemMailItem[] }) {
  if (mails.length === 0) {
    return (
      <EmptyState icon={Mail} title="Nothing in the Outbox">
        When a webhook keeps failing, the notice to its owners and admins appears here.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Mails" className="divide-y rounded-lg border bg-card">
      {mails.map((mail) => (
        <li key={mail.id}>
          <details className="group">
            <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 text-sm hover:bg-muted/50">
              <Badge>System</Badge>
              <span className="min-w-0 flex-1 basis-60 font-medium break-words">{mail.subject}</span>
              <span className="min-w-0 truncate text-muted-foreground">{mail.to}</span>
              <RelativeTime date={mail.createdAt} className="text-muted-foreground" />
            </summary>
            <p className="border-t bg-muted/30 px-4 py-3 text-sm break-words whitespace-pre-wrap">
              {mail.text}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
