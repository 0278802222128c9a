import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stars } from "@/components/ui/stars";
import type { MessageDetail } from "@/lib/messages/queries/get-message";
import { reasonWords } from "@/lib/rating-links/reason-words";

type Props = {
  message: Pick<MessageDetail, "unsavedOpens" | "ignoredCount" | "unconfirmedCount">;
  timeZone: string;
};

/** Openings of the message's rating link that saved nothing, and why; nothing when there were none. */
export function UnsavedOpens({ message, timeZone }: Props) {
  const { unsavedOpens, ignoredCount, unconfirmedCount } = message;
  if (unsavedOpens.length === 0) return null;
  const title = [
    ignoredCount > 0 && `${counted(ignoredCount, "automatic open")} ignored`,
    unconfirmedCount > 0 && `${counted(unconfirmedCount, "open")} not confirmed`,
  ].filter(Boolean);
  return (
    <Card>
      <CardHeader
        title={title.join(", ")}
        description="Mail scanners and link previews open rating links, too. These openings saved no rating."
      />
      <CardContent>
        <ul className="flex flex-col gap-3 text-sm">
          {unsavedOpens.map((open) => (
            <li key={open.id} className="min-w-0">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Stars score={open.score} />
                <span className="inline-block min-w-0 break-words first-letter:uppercase">
                  {reasonWords(open.reasons)}
                </span>
                <RelativeTime
                  date={open.createdAt}
                  timeZone={timeZone}
                  className="ml-auto text-muted-foreground"
                />
              </div>
              <p className="font-mono text-xs break-all text-muted-foreground">
                {open.userAgent || "No user agent"}
              </p>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;
