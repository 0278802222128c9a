import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { WebhookBanner } from "@/components/webhooks/webhook-banner";
import { hasPermission } from "@/lib/auth/permissions";
import { findAccess, getUser } from "@/lib/auth/session";
import { outboxChannels } from "@/lib/messages/outbox-channels";
import { isOperator } from "@/lib/operator/is-operator";
import { listProjects } from "@/lib/projects/queries";
import { listTroubledWebhooks } from "@/lib/webhooks/queries/list-troubled-webhooks";

type ProjectLayoutProps = { children: ReactNode; params: Promise<{ slug: string }> };

/** The frame. Access is each page's own lock: without it the page answers, alone. */
export default async function ProjectLayout({ children, params }: ProjectLayoutProps) {
  const { slug } = await params;
  const user = await getUser();
  const access = await findAccess(slug);
  if (!user || !access) return <main>{children}</main>;
  const [projects, seesOperator, troubled] = await Promise.all([
    listProjects(user.id),
    isOperator(user.id),
    hasPermission(access.role, "manage_api") ? listTroubledWebhooks(access) : null,
  ]);
  return (
    <AppShell
      user={{ ...user, isOperator: seesOperator }}
      projects={projects}
      slug={slug}
      role={access.role}
      hasOutbox={outboxChannels().length > 0}
      banner={troubled && <WebhookBanner slug={slug} initial={troubled} />}
    >
      {children}
    </AppShell>
  );
}
