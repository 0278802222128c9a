import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createQueryClient } from "@/components/layout/create-query-client";
import { MessageScreen } from "@/components/messages/message-screen";
import { hasPermission } from "@/lib/auth/permissions";
import { requirePageAccess } from "@/lib/auth/session";
import { getMessage } from "@/lib/messages/queries/get-message";
import { messageQuery } from "@/lib/messages/query-options";
import { orNotFound } from "@/lib/or-not-found";
import { paths } from "@/lib/paths";
import { getProjectSettings } from "@/lib/projects/queries";

type Props = { params: Promise<{ slug: string; id: string }> };

async function MessagePage({ params }: Props) {
  const { slug, id } = await params;
  const access = await requirePageAccess(slug, "read", paths.message(slug, id));
  const [message, { timezone }] = await Promise.all([
    orNotFound(getMessage(access, id)),
    getProjectSettings(access),
  ]);
  const queryClient = createQueryClient();
  queryClient.setQueryData(messageQuery(slug, id).queryKey, message);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MessageScreen
        slug={slug}
        id={id}
        timeZone={timezone}
        rights={{
          canAsk: hasPermission(access.role, "ask"),
          canOverride: hasPermission(access.role, "override_messages"),
        }}
        seesDeliveries={hasPermission(access.role, "manage_api")}
      />
    </HydrationBoundary>
  );
}

const { Answer, generateMetadata } = answeredPage("Message", MessagePage);
export { Answer as default, generateMetadata };
