import { answeredPage } from "@/app/_pages/answered-page";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { OneDelivery } from "@/components/webhooks/one-delivery";
import { requirePageAccess } from "@/lib/auth/session";
import { orNotFound } from "@/lib/or-not-found";
import { paths } from "@/lib/paths";
import { getDelivery } from "@/lib/webhooks/queries/get-delivery";
import { deliveryQuery } from "@/lib/webhooks/query-options";
import { oneDeliveryInput } from "@/lib/webhooks/schema";

async function DeliveryPage({ params }: { params: Promise<{ slug: string; deliveryId: string }> }) {
  const { slug, deliveryId } = await params;
  const access = await requirePageAccess(slug, "manage_api", paths.delivery(slug, deliveryId));
  const input = oneDeliveryInput.safeParse({ deliveryId });
  if (!input.success) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(
    deliveryQuery(slug, deliveryId).queryKey,
    await orNotFound(getDelivery(access, input.data)),
  );
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <OneDelivery slug={slug} deliveryId={deliveryId} />
    </HydrationBoundary>
  );
}

const { Answer, generateMetadata } = answeredPage("Delivery", DeliveryPage);
export { Answer as default, generateMetadata };
