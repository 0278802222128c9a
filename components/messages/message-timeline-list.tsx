import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { messageTimeline, type TimelineEntry } from "@/lib/messages/message-timeline";

type Props = { message: Parameters<typeof messageTimeline>[0]; timeZone: string };

const DOTS: Record<TimelineEntry["tone"], string> = {
  neutral: "bg-muted-foreground",
  success: "bg-success",
  danger: "bg-destructive",
};

/** What happened to a message, in order. */
export function MessageTimelineList({ message, timeZone }: Props) {
  return (
    <ol aria-label="Timeline" className="flex flex-col gap-3 text-sm">
      {messageTimeline(message).map((entry, index) => (
        <li key={index} className="flex gap-3">
          <span aria-hidden className={cn("mt-1.5 size-2 shrink-0 rounded-full", DOTS[entry.tone])} />
          <div className="flex min-w-0 flex-1 flex-wrap gap-x-3">
            <span className="font-medium">{entry.what}</span>
            <RelativeTime date={entry.at} timeZone={timeZone} className="ml-auto text-muted-foreground" />
            {entry.detail && (
              <p className="min-w-0 basis-full break-words text-muted-foreground">{entry.detail}</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
