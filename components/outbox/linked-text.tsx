import { splitLinks } from "@/lib/messages/outbox/split-links";

/** Text whose web links work, each in a new tab. */
export function LinkedText({ text }: { text: string }) {
  return splitLinks(text).map((part, index) =>
    part.isLink ? (
      <a
        key={index}
        href={part.text}
        target="_blank"
        rel="noreferrer"
        className="rounded-sm break-all text-primary-text underline underline-offset-3"
      >
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}
