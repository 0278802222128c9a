import type { ReactNode } from "react";

/** The text of an SMS as a phone shows it. */
export function SmsBubble({ text }: { text: ReactNode }) {
  return (
    <p
      dir="auto"
      className="max-w-sm rounded-2xl rounded-bl-sm border bg-muted px-4 py-2.5 text-sm wrap-anywhere whitespace-pre-wrap"
    >
      {text}
    </p>
  );
}
