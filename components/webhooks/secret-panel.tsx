"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useReader } from "@/components/webhooks/use-reader";
import { VerificationSnippet } from "@/components/webhooks/verification-snippet";
import { unwrap } from "@/lib/actions/result";
import { endSecretOverlapAction, rotateSecretAction } from "@/lib/webhooks/actions";
import type { MadeSecret } from "@/lib/webhooks/commands/add-secret";
import { momentWords } from "@/lib/webhooks/moment-words";
import { signingSecretQuery, webhookListQuery } from "@/lib/webhooks/query-options";
import type { WebhookItem } from "@/lib/webhooks/queries/webhook-items";

type SecretPanelProps = {
  slug: string;
  webhook: WebhookItem;
  /** What was made a moment ago needs no revealing. */
  createdSecret: MadeSecret | null;
  onClose: () => void;
};

/** Signing secret and how to use it. Takes the focus when it opens, since whoever opened it wants to read it. */
export function SecretPanel({ slug, webhook, createdSecret, onClose }: SecretPanelProps) {
  const headingId = useId();
  const panel = useRef<HTMLElement>(null);
  const { data, error, isFetching, refetch } = useQuery({
    ...signingSecretQuery(slug, webhook.id),
    ...(createdSecret === null ? {} : { initialData: createdSecret }),
    enabled: false,
  });
  const isReplaced = data && webhook.secretMadeAt && data.madeAt < webhook.secretMadeAt;
  const shown = isReplaced ? undefined : data;
  useEffect(() => panel.current?.focus(), []);

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby={headingId}
      className="mt-3 flex min-w-0 flex-col gap-3 rounded-lg border bg-muted/50 p-3 sm:p-4"
    >
      <div className="flex items-center justify-between gap-3">
        <h3 id={headingId} className="text-sm font-semibold">
          Signing secret
        </h3>
        <IconButton label="Close signing secret" size="icon-sm" className="-my-1 -mr-1" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      {error ? (
        <Notice tone="danger">{error.message}</Notice>
      ) : (
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          {shown ? (
            <code className="min-w-0 flex-1 basis-72 rounded-md border bg-background px-2.5 py-1.5 font-mono text-[0.8125rem] break-all select-all">
              {shown.secret}
            </code>
          ) : isFetching ? (
            <Skeleton className="h-8 flex-1 basis-72" />
          ) : (
            <span
              aria-hidden
              className="min-w-0 flex-1 basis-72 truncate rounded-md border bg-background px-2.5 py-1.5 font-mono text-[0.8125rem] text-muted-foreground"
            >
              whsec_••••••••••••••••••••••••
            </span>
          )}
          {shown ? (
            <CopyButton text={shown.secret} label="Copy signing secret" showLabel />
          ) : (
            <Button pending={isFetching} onClick={() => void refetch()}>
              Reveal
            </Button>
          )}
          <RotateSecret slug={slug} webhook={webhook} />
        </div>
      )}
      {isReplaced && (
        <p role="status" className="text-[0.8125rem]">
          The secret that was shown here has been replaced. Reveal shows the present one.
        </p>
      )}
      {!shown && !isFetching && (
        <p className="text-[0.8125rem] text-muted-foreground">Who reveals it is noted in the audit log.</p>
      )}
      {webhook.previousSecretUntil && (
        <PreviousSecret slug={slug} webhook={webhook} until={webhook.previousSecretUntil} />
      )}
      <VerificationSnippet />
    </section>
  );
}

type PreviousSecretProps = Pick<SecretPanelProps, "slug" | "webhook"> & { until: Date };

function PreviousSecret({ slug, webhook, until }: PreviousSecretProps) {
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: () => unwrap(endSecretOverlapAction(slug, { webhookId: webhook.id })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: webhookListQuery(slug).queryKey }),
    onError: toastFailure,
  });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted-foreground">
      <p>The previous secret signs as well until {momentWords(until, useReader())}.</p>
      <Button size="sm" pending={end.isPending} onClick={() => end.mutate()}>
        End overlap now
      </Button>
    </div>
  );
}

function RotateSecret({ slug, webhook }: Pick<SecretPanelProps, "slug" | "webhook">) {
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const rotate = useMutation({
    mutationFn: () => unwrap(rotateSecretAction(slug, { webhookId: webhook.id })),
    onSuccess: async ({ secret, madeAt }) => {
      queryClient.setQueryData(signingSecretQuery(slug, webhook.id).queryKey, { secret, madeAt });
      await queryClient.invalidateQueries({ queryKey: webhookListQuery(slug).queryKey });
      setIsAsking(false);
    },
    onError: toastFailure,
  });
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>Rotate</Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="Rotate the signing secret?"
        confirmLabel="Rotate secret"
        pending={rotate.isPending}
        onConfirm={() => rotate.mutate()}
      >
        <p className="max-h-32 overflow-y-auto font-mono text-[0.8125rem] break-all text-foreground">
          {webhook.url}
        </p>
        <p>
          A new secret is made. For 24 hours every request carries a signature of each, so nothing fails while
          you change over.
        </p>
      </ConfirmDialog>
    </>
  );
}
