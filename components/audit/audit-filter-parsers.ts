import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { AUDIT_TOPICS } from "@/lib/audit/audit-actions";
import type { AuditFilterInput } from "@/lib/audit/schema";
import { momentOf, plainText } from "@/lib/from-url";

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

/** What the log is asked for; nonsense in the URL counts as absent. */
export function auditFiltersOf(state: AuditFilterState): AuditFilterInput {
  const { topic } = state;
  const actor = plainText(state.actor, 40);
  const from = momentOf(state.from);
  const until = momentOf(state.until);
  return {
    ...(topic === "all" ? {} : { topic }),
    ...(actor ? { actor } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}
