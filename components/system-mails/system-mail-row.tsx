import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SystemMailItem } from "@/lib/system-mails/queries";

/** A mail of Starwire itself, opened in place. */
export function SystemMailRow({ mail }: { mail: SystemMailItem }) {
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 text-sm hover:bg-muted/50 focus-visible:-outline-offset-2">
          <Badge>System</Badge>
          <span className="min-w-0 flex-1 basis-60 font-medium break-words">{mail.subject}</span>
          <span className="min-w-0 truncate text-muted-foreground">{mail.to}</span>
          <RelativeTime date={mail.createdAt} className="text-[0.8125rem] text-muted-foreground" />
        </summary>
        <p className="border-t bg-muted/30 px-4 py-3 text-sm break-words whitespace-pre-wrap">{mail.text}</p>
      </details>
    </li>
  );
}
