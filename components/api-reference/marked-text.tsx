import { Fragment } from "react";

/** A sentence of the OpenAPI document: `` `code` `` and `**strong**` are its only marks. */
export function MarkedText({ text }: { text: string }) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part, at) => {
    if (part.startsWith("`"))
      return (
        <code key={at} className="font-mono text-[0.8125rem] break-words">
          {part.slice(1, -1)}
        </code>
      );
    if (part.startsWith("**"))
      return (
        <strong key={at} className="font-medium">
          {part.slice(2, -2)}
        </strong>
      );
    return <Fragment key={at}>{part}</Fragment>;
  });
}

/** The document's description: paragraphs, and lines that begin with a dash as a list. */
export function MarkedParagraphs({ text }: { text: string }) {
  return text.split("\n\n").map((paragraph) =>
    paragraph.startsWith("- ") ? (
      <ul key={paragraph} className="flex list-disc flex-col gap-1 pl-5">
        {paragraph.split("\n").map((line) => (
          <li key={line}>
            <MarkedText text={line.slice(2)} />
          </li>
        ))}
      </ul>
    ) : (
      <p key={paragraph}>
        <MarkedText text={paragraph} />
      </p>
    ),
  );
}
