import { SmsBubble } from "@/components/messages/sms-bubble";
import { LinkedText } from "@/components/outbox/linked-text";

type Props = { from: string; text: string; segments: number | null };

/** An SMS as it stands on a phone, with what it costs. Its links work, each in a new tab. */
export function SmsView({ from, text, segments }: Props) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1.5 text-[0.8125rem] text-muted-foreground">
        From {from} · {text.length} characters ·{" "}
        {segments === 1 ? "1 segment" : `${segments ?? "?"} segments`}
      </figcaption>
      <SmsBubble text={<LinkedText text={text} />} />
    </figure>
  );
}
