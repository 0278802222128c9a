/** One thing that happened to a message, or will. */
export type TimelineEntry = {
  at: Date;
  what: string;
  /** What was told about it, in the teller's words. */
  detail: string | null;
  tone: "neutral" | "success" | "danger";
};

type Stamped = {
  createdAt: Date;
  sentAt: Date | null;
  deliveredAt: Date | null;
  openedAt: Date | null;
  clickedAt: Date | null;
  failedAt: Date | null;
  complainedAt: Date | null;
  canceledAt: Date | null;
  failureMessage: string | null;
  reports: readonly { kind: string; detail: string | null; at: Date }[];
};

const STAMPS = [
  ["createdAt", "Made", "neutral", null],
  ["sentAt", "Sent", "success", "sent"],
  ["deliveredAt", "Delivered", "success", "delivered"],
  ["openedAt", "Opened", "success", "opened"],
  ["clickedAt", "Link clicked", "success", null],
  ["failedAt", "Failed", "danger", "failed"],
  ["complainedAt", "Marked as spam", "danger", "complained"],
  ["canceledAt", "Canceled", "neutral", null],
] as const;

const REPORTS: Record<string, string> = {
  sent: "Reported as sent",
  delivered: "Reported as delivered",
  opened: "Opened again",
  bounced: "Reported as bounced",
  failed: "Reported as failed",
  complained: "Reported as spam",
};

/**
 * What is known of a message in the order it happened: its own stamps, and each report that told something beyond them.
 * The report that made a stamp is named by the stamp.
 */
export function messageTimeline(message: Stamped): TimelineEntry[] {
  const rest = [...message.reports];
  const stamped = STAMPS.flatMap(([field, what, tone, kind]): TimelineEntry[] => {
    const at = message[field];
    if (!at) return [];
    const index = rest.findIndex(
      (report) => tells(report.kind, kind) && report.at.getTime() === at.getTime(),
    );
    const report = index < 0 ? undefined : rest.splice(index, 1)[0];
    const reason = field === "failedAt" ? message.failureMessage : null;
    return [{ at, what, tone, detail: reason ?? report?.detail ?? null }];
  });
  const reported = rest.map(({ kind, detail, at }): TimelineEntry => ({
    at,
    what: REPORTS[kind] ?? `Reported: ${kind}`,
    detail,
    tone: "neutral",
  }));
  return [...stamped, ...reported].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const tells = (kind: string, stamp: string | null) =>
  kind === stamp || (stamp === "failed" && kind === "bounced");
