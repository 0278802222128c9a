import { Inbox } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

export function DeliveriesEmpty({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <EmptyState title="No delivery matches">Change the filters to see more.</EmptyState>;
  return (
    <EmptyState icon={Inbox} title="Nothing has been sent yet">
      The next event of this project appears here within a second, with what was sent and what came back. Send
      a test event to see it at once.
    </EmptyState>
  );
}
