import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { EventList } from "@/components/webhooks/event-list";
import { paths } from "@/lib/paths";

type EventsCardProps = {
  slug: string;
  thing: "review" | "message";
  resource: { id: string; events: Parameters<typeof EventList>[0]["events"] };
  /** Whether the reader may see what was sent of them. */
  seesDeliveries: boolean;
  timeZone?: string;
};

/** What a review or a message has told the webhooks, and the way to what came of it. */
export function EventsCard({ slug, thing, resource, seesDeliveries, timeZone }: EventsCardProps) {
  return (
    <Card>
      <CardHeader
        title="Events"
        description={`What this ${thing} has told your webhooks, latest first.`}
        actions={
          seesDeliveries && (
            <TextLink href={paths.allDeliveries(slug, resource.id)} className="text-sm">
              Deliveries
            </TextLink>
          )
        }
      />
      <CardContent>
        <EventList events={resource.events} {...(timeZone === undefined ? {} : { timeZone })} />
      </CardContent>
    </Card>
  );
}
