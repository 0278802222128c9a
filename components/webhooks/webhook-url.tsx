import { cn } from "@/components/ui/cn";

const TAIL_LENGTH = 12;

/**
 * A URL cut in the middle where it doesn't fit: host and end stay. On a narrow screen the scheme, always https, isn't
 * painted, and the rest may take a second line. Selected or read aloud it is whole.
 */
export function WebhookUrl({ url, className }: { url: string; className?: string }) {
  const [scheme, host, rest] = splitUrl(url);
  const tailFrom = Math.max(0, rest.length - TAIL_LENGTH);
  return (
    <span
      title={url}
      className={cn("flex max-w-full min-w-0 flex-wrap font-mono text-[0.8125rem]", className)}
    >
      <span className="max-w-full min-w-0 shrink-0 truncate">
        <span className="max-sm:sr-only">{scheme}</span>
        {host}
      </span>
      {rest && (
        <span className={cn("flex min-w-0", tailFrom > 0 && "flex-1 basis-28")}>
          <span className="truncate">{rest.slice(0, tailFrom)}</span>
          <span className="shrink-0">{rest.slice(tailFrom)}</span>
        </span>
      )}
    </span>
  );
}

function splitUrl(url: string): [scheme: string, host: string, rest: string] {
  const [, scheme = "", host = "", rest = ""] = /^(https?:\/\/)([^/?#]*)(.*)$/s.exec(url) ?? [];
  return host ? [scheme, host, rest] : ["", url, ""];
}
