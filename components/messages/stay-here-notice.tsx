import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { outboxChannels } from "@/lib/messages/outbox-channels";
import { paths } from "@/lib/paths";

type StayHereNoticeProps = {
  /** What `outboxChannels()` says: nothing shows when it is empty. */
  channels: ReturnType<typeof outboxChannels>;
  /** The project whose Outbox the notice links to; leave out on the Outbox itself and for those who may not open it. */
  outboxOf?: string;
};

/** Stands on every page that sends, while messages don't leave this server. */
export function StayHereNotice({ channels, outboxOf }: StayHereNoticeProps) {
  if (channels.length === 0) return null;
  return (
    <Notice>
      Messages stay on this server: {explanation(channels)}
      {outboxOf && (
        <>
          {" "}
          <TextLink href={paths.outbox(outboxOf)}>Open the Outbox</TextLink>
        </>
      )}
    </Notice>
  );
}

function explanation(channels: ReturnType<typeof outboxChannels>): string {
  if (channels.length > 1)
    return "nothing reaches your customers. The Outbox keeps what would have been sent.";
  return channels[0] === "email"
    ? "e-mails don't reach your customers, the Outbox keeps them. SMS are sent."
    : "SMS don't reach your customers, the Outbox keeps them. E-mails are sent.";
}
