"use client";

import { useIsReady } from "@/components/ui/use-is-ready";
import { useNow } from "@/components/ui/use-now";
import { formatExact, formatRelative } from "@/lib/dates";

type RelativeTimeProps = {
  date: Date | string;
  /** IANA name for the exact time; the browser's own when left out. */
  timeZone?: string;
  className?: string;
};

/** "2 min ago", kept current; the exact time on hover and in `<time>`. */
export function RelativeTime({ date, timeZone, className }: RelativeTimeProps) {
  const moment = new Date(date);
  const now = useNow(moment.getTime());
  const isReady = useIsReady();
  return (
    // The server wrote it in its own zone, and hydration leaves what differs as it stands: a fresh element takes its place.
    <time
      key={String(isReady)}
      dateTime={moment.toISOString()}
      title={formatExact(moment, timeZone)}
      className={className}
      suppressHydrationWarning
    >
      {formatRelative(moment, now, timeZone)}
    </time>
  );
}
