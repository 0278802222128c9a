"use client";

import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { WebhookUrl } from "@/components/webhooks/webhook-url";
import { paths } from "@/lib/paths";
import type { WebhookList } from "@/lib/webhooks/queries/list-webhooks";

/** Deleted webhooks whose log is still kept. */
export function DeletedWebhooks({ slug, webhooks }: { slug: string; webhooks: WebhookList["deleted"] }) {
  if (webhooks.length === 0) return null;
  return (
    <details className="mt-4 text-[0.8125rem] text-muted-foreground">
      <summary className="w-fit rounded-sm py-1 hover:text-foreground">
        Deleted webhooks ({webhooks.length})
      </summary>
      <ul className="mt-1 flex flex-col gap-1">
        {webhooks.map((webhook) => (
          <li key={webhook.id} className="flex min-w-0 flex-wrap items-baseline gap-x-3">
            <Link
              href={paths.deliveries(slug, webhook.id)}
              className="flex max-w-full min-w-0 rounded-sm hover:text-foreground hover:underline"
            >
              <WebhookUrl url={webhook.url} />
            </Link>
            <span>
              deleted <RelativeTime date={webhook.deletedAt} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
