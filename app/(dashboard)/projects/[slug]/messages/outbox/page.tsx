import type { Metadata } from "next";
import { SystemMailList } from "@/components/system-mails/system-mail-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { paths } from "@/lib/paths";
import { listSystemMails } from "@/lib/system-mails/queries";

export const metadata: Metadata = { title: "Outbox" };

export default async function OutboxPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "ask", paths.outbox(slug));
  const mails = hasPermission(access.role, "manage_api") ? await listSystemMails(access) : [];
  return (
    <>
      <PageHeader title="Outbox" description="Mails that Starwire wrote." />
      <div className="flex flex-col gap-4">
        <Notice>Messages stay on this server: nothing here has left it.</Notice>
        <SystemMailList mails={mails} />
      </div>
    </>
  );
}
