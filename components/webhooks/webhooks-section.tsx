"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { LoadFailure } from "@/components/forms/load-failure";
import { Button } from "@/components/ui/button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { CreateWebhookDialog, type CreatedWebhook } from "@/components/webhooks/create-webhook-dialog";
import { DeletedWebhooks } from "@/components/webhooks/deleted-webhooks";
import { useMovingFocus } from "@/components/webhooks/use-moving-focus";
import { type SecretsOpen, WebhookList } from "@/components/webhooks/webhook-list";
import { WebhooksEmpty } from "@/components/webhooks/webhooks-empty";
import { paths } from "@/lib/paths";
import { webhookListQuery, webhooksKey } from "@/lib/webhooks/query-options";

/** Settings > API > Webhooks. */
export function WebhooksSection({ slug }: { slug: string }) {
  const queryClient = useQueryClient();
  const query = useQuery(webhookListQuery(slug));
  const { data, isPending } = query;
  const [isCreating, setIsCreating] = useState(false);
  const [secretsOpen, setSecretsOpen] = useState<SecretsOpen>({});
  const [placeButton, focusButton] = useMovingFocus<HTMLButtonElement>();
  const isEmpty = data?.webhooks.length === 0;

  async function showCreated({ id, ...made }: CreatedWebhook) {
    setSecretsOpen((open) => ({ ...open, [id]: made }));
    await queryClient.invalidateQueries({ queryKey: [...webhooksKey(slug), "list"] });
  }

  const button = (
    <Button ref={placeButton} variant="primary" onClick={() => setIsCreating(true)}>
      <Plus />
      {isEmpty ? "Create Webhook" : "Add"}
    </Button>
  );
  return (
    <section aria-labelledby="webhooks" className="min-w-0">
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 id="webhooks" className="scroll-mt-20 text-base font-semibold">
          Webhooks
        </h2>
        {data && !isEmpty && (
          <div className="flex items-center gap-4">
            <TextLink href={paths.allDeliveries(slug)} className="text-sm">
              All deliveries
            </TextLink>
            {button}
          </div>
        )}
      </div>
      <p className="mb-3 text-sm text-muted-foreground">
        To receive them, read <TextLink href={paths.guide()}>the receiver&apos;s guide</TextLink>.
      </p>
      <LoadFailure query={query} className="mb-3" />
      {isPending && <SkeletonRows rows={3} />}
      {isEmpty && <WebhooksEmpty action={button} />}
      {data && !isEmpty && (
        <WebhookList
          slug={slug}
          webhooks={data.webhooks}
          secretsOpen={secretsOpen}
          onSecretsOpenChange={setSecretsOpen}
          onDeleted={focusButton}
        />
      )}
      {data && <DeletedWebhooks slug={slug} webhooks={data.deleted} />}
      <CreateWebhookDialog
        slug={slug}
        open={isCreating}
        onOpenChange={setIsCreating}
        urls={data?.webhooks.map(({ url }) => url) ?? []}
        testReceiverUrl={data?.testReceiverUrl ?? null}
        onCreated={showCreated}
      />
    </section>
  );
}
