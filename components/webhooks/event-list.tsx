import { RelativeTime } from "@/components/ui/relative-time";

type EventListProps = {
  events: readonly { id: string; type: string; revision: number; createdAt: Date }[];
  timeZone?: string;
};

/** The events of one resource: type, revision, time. */
export function EventList({ events, timeZone }: EventListProps) {
  if (events.length === 0) return <p className="text-sm text-muted-foreground">No events.</p>;
  return (
    <ol className="flex flex-col gap-2 text-sm">
      {events.map((event) => (
        <li key={event.id} className="flex flex-wrap items-baseline gap-x-3">
          <code className="font-mono text-[0.8125rem]">{event.type}</code>
          <span className="text-muted-foreground">revision {event.revision}</span>
          <RelativeTime
            date={event.createdAt}
            {...(timeZone === undefined ? {} : { timeZone })}
            className="ml-auto text-muted-foreground"
          />
        </li>
      ))}
    </ol>
  );
}
