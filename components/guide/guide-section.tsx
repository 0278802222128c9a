import type { ReactNode } from "react";

/** The sections in their order: what stands in the contents, and under which address. */
export const GUIDE_SECTIONS = [
  { id: "short", title: "In short" },
  { id: "events", title: "What arrives, and when" },
  { id: "visit", title: "What one customer visit makes" },
  { id: "request", title: "The request" },
  { id: "verify", title: "Verify the signature" },
  { id: "answer", title: "Answer" },
  { id: "retries", title: "Retries" },
  { id: "order", title: "Order and duplicates" },
  { id: "off", title: "While a webhook is off" },
  { id: "urls", title: "Which URLs" },
  { id: "local", title: "On your own machine" },
  { id: "payload", title: "Payload reference" },
  { id: "samples", title: "Samples and schemas" },
] as const;

type GuideSectionProps = { id: (typeof GUIDE_SECTIONS)[number]["id"]; children: ReactNode };

/** One chapter, reachable by its address. */
export function GuideSection({ id, children }: GuideSectionProps) {
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-4">
      <h2 id={id} className="scroll-mt-6 text-lg font-semibold tracking-tight">
        {GUIDE_SECTIONS.find((section) => section.id === id)?.title}
      </h2>
      {children}
    </section>
  );
}

/** Links to all chapters, beside them where there is room. */
export function GuideContents() {
  return (
    <nav aria-label="Contents" className="lg:sticky lg:top-6 lg:self-start">
      <ol className="columns-2 gap-4 text-sm sm:columns-3 lg:columns-1">
        {GUIDE_SECTIONS.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-block rounded-sm py-1 text-muted-foreground hover:text-foreground"
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
