import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { AUDIT_TOPICS } from "@/lib/audit/audit-actions";
import type { AuditFilterInput } from "@/lib/audit/schema";

/** The filters of the audit log as they stand in the URL. Times are ISO 8601 in UTC. */
export const auditFilterParsers = {
  topic: parseAsStringLiteral(["all", ...AUDIT_TOPICS]).withDefault("all"),
  actor: parseAsString.withDefault(""),
  from: parseAsString.withDefault(""),
  until: parseAsString.withDefault(""),
};

export type AuditFilterState = {
  topic: "all" | (typeof AUDIT_TOPICS)[number];
  actor: string;
  from: string;
  until: string;
};

/** What the log is asked for; nonsense in the URL's times counts as absent. */
export function auditFiltersOf({ topic, actor, from, until }: AuditFilterState): AuditFilterInput {
  const times = { from: Date.parse(from), until: Date.parse(until) };
  return {
    ...(topic === "all" ? {} : { topic }),
    ...(actor ? { actor: actor.slice(0, 40) } : {}),
    ...(Number.isNaN(times.from) ? {} : { from: new Date(times.from).toISOString() }),
    ...(Number.isNaN(times.until) ? {} : { until: new Date(times.until).toISOString() }),
  };
}
