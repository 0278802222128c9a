import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createLoader, type SearchParams } from "nuqs/server";
import { createQueryClient } from "@/components/layout/create-query-client";
import { MessageCounters } from "@/components/messages/message-counters";
import { MessageFilterBar } from "@/components/messages/message-filter-bar";
import { messageFilterParsers } from "@/components/messages/message-filter-parsers";
import { MessageList } from "@/components/messages/message-list";
import { StayHereNotice } from "@/components/messages/stay-here-notice";
import { AskButton } from "@/components/requests/ask-button";
import { PageHeader } from "@/components/ui/page-header";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { countMessages } from "@/lib/messages/queries/count-messages";
import { listMessages } from "@/lib/messages/queries/list-messages";
import { messageCountsQuery, messagesQuery } from "@/lib/messages/query-options";
import { paths } from "@/lib/paths";
import { getAskFacts } from "@/lib/requests/get-ask-facts";

const loadFilters = createLoader(messageFilterParsers);

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> };

async function MessagesPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const access = await requirePageAccess(slug, "read", paths.messages(slug));
  const canAsk = hasPermission(access.role, "ask");
  const filters = await loadFilters(searchParams);
  const queryClient = createQueryClient();
  const [facts] = await Promise.all([
    getAskFacts(access),
    queryClient.prefetchQuery({
      ...messageCountsQuery(slug, filters),
      queryFn: () => countMessages(access, filters),
    }),
    queryClient.prefetchInfiniteQuery({
      ...messagesQuery(slug, filters),
      queryFn: () => listMessages(access, { ...filters, cursor: null }),
    }),
  ]);
  return (
    <>
      <PageHeader
        title="Messages"
        description="The e-mails and SMS that ask your customers for a review."
        actions={canAsk && <AskButton slug={slug} facts={facts} />}
      />
      <div className="mb-4 empty:hidden">
        <StayHereNotice channels={facts.outbox} {...(canAsk && { outboxOf: slug })} />
      </div>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <MessageCounters slug={slug} />
        <MessageFilterBar />
        <MessageList
          slug={slug}
          timeZone={facts.timeZone}
          rights={{ canAsk, canOverride: facts.canOverride }}
        />
      </HydrationBoundary>
    </>
  );
}

const { Answer, generateMetadata } = answeredPage("Messages", MessagesPage);
export { Answer as default, generateMetadata };
