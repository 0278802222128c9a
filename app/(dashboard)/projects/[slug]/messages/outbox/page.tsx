import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { createQueryClient } from "@/components/layout/create-query-client";
import { StayHereNotice } from "@/components/messages/stay-here-notice";
import { OutboxList } from "@/components/outbox/outbox-list";
import { AskButton } from "@/components/requests/ask-button";
import { PageHeader } from "@/components/ui/page-header";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { listOutbox } from "@/lib/messages/outbox/list-outbox";
import { outboxQuery } from "@/lib/messages/outbox/query-options";
import { outboxChannels } from "@/lib/messages/outbox-channels";
import { paths } from "@/lib/paths";
import { getAskFacts } from "@/lib/requests/get-ask-facts";

async function OutboxPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "ask", paths.outbox(slug));
  const channels = outboxChannels();
  if (channels.length === 0) notFound();
  const queryClient = createQueryClient();
  const [facts] = await Promise.all([
    getAskFacts(access),
    queryClient.prefetchInfiniteQuery({
      ...outboxQuery(slug),
      queryFn: () => listOutbox(access, { cursor: null }),
    }),
  ]);
  return (
    <>
      <PageHeader
        title="Outbox"
        description="What would have been sent, as your customers would see it. Its links work."
        actions={<AskButton slug={slug} facts={facts} />}
      />
      <div className="flex flex-col gap-4">
        <StayHereNotice channels={channels} />
        <HydrationBoundary state={dehydrate(queryClient)}>
          <OutboxList
            slug={slug}
            canReport={hasPermission(access.role, "override_messages")}
            timeZone={facts.timeZone}
          />
        </HydrationBoundary>
      </div>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Outbox", OutboxPage);
export { Answer as default, generateMetadata };
