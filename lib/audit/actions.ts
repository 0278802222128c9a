"use server";

import { projectAction } from "@/lib/actions/project-action";
import { listAudit, listWebhookHistory } from "@/lib/audit/queries";
import { listAuditInput, webhookHistoryInput } from "@/lib/audit/schema";

export const listAuditAction = projectAction(
  { permission: "read_audit_log", input: listAuditInput },
  listAudit,
);

export const listWebhookHistoryAction = projectAction(
  { permission: "manage_api", input: webhookHistoryInput },
  listWebhookHistory,
);
