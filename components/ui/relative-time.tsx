"use client";

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
  return (
    <time
      dateTime={moment.toISOString()}
      title={formatExact(moment, timeZone)}
      className={className}
      suppressHydrationWarning
    >
      {formatRelative(moment, now, timeZone)}
    </time>
  );
}
