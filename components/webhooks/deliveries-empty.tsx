import { Inbox } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";

type DeliveriesEmptyProps = { slug: string; isFiltered: boolean; hasWebhook: boolean };

export function DeliveriesEmpty({ slug, isFiltered, hasWebhook }: DeliveriesEmptyProps) {
  if (isFiltered)
    return (
      <EmptyState icon={Inbox} title="No delivery matches">
        Change the filters to see more.
      </EmptyState>
    );
  if (!hasWebhook)
    return (
      <EmptyState
        icon={Inbox}
        title="No webhook yet"
        action={<LinkButton href={paths.webhooks(slug)}>Go to webhooks</LinkButton>}
      >
        Once there is one, every event that is sent to it appears here, with what came back.
      </EmptyState>
    );
  return (
    <EmptyState icon={Inbox} title="Nothing has been sent yet">
      The next event of this project appears here within a second, with what was sent and what came back. Send
      a test event to see it at once.
    </EmptyState>
  );
}
