import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { createSearchParamsCache, type SearchParams } from "nuqs/server";
import { auditFilterParsers, auditFiltersOf } from "@/components/audit/audit-filter-parsers";
import { AuditLog } from "@/components/audit/audit-log";
import { PageHeader } from "@/components/ui/page-header";
import { listAudit, listAuditActors } from "@/lib/audit/queries";
import { auditQuery } from "@/lib/audit/query-options";
import { auditFilters } from "@/lib/audit/schema";
import { requirePageAccess } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

const searchParamsCache = createSearchParamsCache(auditFilterParsers);

type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> };

async function AuditLogPage({ params, searchParams }: PageProps) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "read_audit_log", paths.settingsAuditLog(slug));
  const filters = auditFiltersOf(await searchParamsCache.parse(searchParams));
  const queryClient = new QueryClient();
  queryClient.setQueryData(auditQuery(slug, filters).queryKey, {
    pages: [await listAudit(access, auditFilters.parse(filters))],
    pageParams: [""],
  });
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Who changed webhooks, members and API keys, and who looked at a signing secret."
      />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <AuditLog slug={slug} members={await listAuditActors(access)} />
      </HydrationBoundary>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Audit log", AuditLogPage);
export { Answer as default, generateMetadata };
