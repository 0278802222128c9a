import { ChevronRight } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SystemMailItem } from "@/lib/system-mails/queries";

/** A mail of Starwire itself, opened in place. */
export function SystemMailRow({ mail }: { mail: SystemMailItem }) {
  return (
    <li>
      <details className="group">
        <summary className="flex min-w-0 items-start gap-2 px-3 py-3 text-sm hover:bg-muted/50 focus-visible:-outline-offset-2">
          <ChevronRight
            aria-hidden
            className="mt-0.5 size-4 shrink-0 text-muted-foreground transition-transform group-open:rotate-90"
          />
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-start gap-x-3 gap-y-1 sm:flex-nowrap">
              <Badge>System</Badge>
              <span className="min-w-0 font-medium break-words max-sm:order-1 max-sm:basis-full">
                {mail.subject}
              </span>
              <RelativeTime
                date={mail.createdAt}
                className="ml-auto text-[0.8125rem] whitespace-nowrap text-muted-foreground"
              />
            </span>
            <span className="mt-1 block truncate text-muted-foreground" title={mail.to}>
              {mail.to}
            </span>
          </span>
        </summary>
        <p className="border-t bg-muted/30 px-4 py-3 text-sm break-words whitespace-pre-wrap">{mail.text}</p>
      </details>
    </li>
  );
}
