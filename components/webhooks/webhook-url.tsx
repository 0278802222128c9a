import { cn } from "@/components/ui/cn";

const TAIL_LENGTH = 14;
const CUT_FROM_LENGTH = 40;

/** A URL on one line, cut in the middle where it doesn't fit: host and end stay. Selected or read aloud it is whole. */
export function WebhookUrl({ url, className }: { url: string; className?: string }) {
  const cut = url.length < CUT_FROM_LENGTH ? url.length : url.length - TAIL_LENGTH;
  return (
    <span title={url} className={cn("flex max-w-full min-w-0 font-mono text-[0.8125rem]", className)}>
      <span className="truncate">{url.slice(0, cut)}</span>
      {cut < url.length && <span className="shrink-0">{url.slice(cut)}</span>}
    </span>
  );
}
