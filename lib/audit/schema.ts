import { z } from "zod";
import { AUDIT_TOPICS } from "@/lib/audit/audit-actions";
import { momentText } from "@/lib/moment-text";

const moment = momentText().pipe(z.coerce.date<string>());

/** What the audit log can be narrowed by. Absent: everything. */
export const auditFilters = z.object({
  topic: z.enum(AUDIT_TOPICS).optional(),
  /** A member's id, or "system". */
  actor: z.string().min(1).max(40).optional(),
  from: moment.optional(),
  until: moment.optional(),
});

export const listAuditInput = auditFilters.extend({
  /** The last entry's id of the page before. */
  after: z.string().min(1).max(40).optional(),
});

export const webhookHistoryInput = z.object({ webhookId: z.string().min(1).max(40) });

export type AuditFilterInput = z.input<typeof auditFilters>;
