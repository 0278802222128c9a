"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { useReader } from "@/components/webhooks/use-reader";
import { paths } from "@/lib/paths";
import type { TroubledWebhook } from "@/lib/webhooks/queries/list-troubled-webhooks";
import { troubledWebhooksQuery } from "@/lib/webhooks/query-options";
import { troubleWords } from "@/lib/webhooks/trouble-words";

const episodeOf = ({ id, health }: TroubledWebhook) =>
  `${id} ${String(health.isOn)} ${(health.offSince ?? health.firstFailureAt)?.getTime() ?? 0}`;

type WebhookBannerProps = { slug: string; initial: TroubledWebhook[] };

/**
 * Above every page of a project, for owners and admins: webhooks that we turned off or that have failed for long. Hidden
 * by hand it comes back with the next trouble, or with the next visit.
 */
export function WebhookBanner({ slug, initial }: WebhookBannerProps) {
  const { data } = useQuery({ ...troubledWebhooksQuery(slug), initialData: initial });
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const shown = data.filter((webhook) => !hidden.has(episodeOf(webhook)));
  const words = troubleWords(shown, useReader());
  const [only] = shown;
  const here = usePathname();
  if (!words || !only) return null;
  const details =
    shown.length === 1
      ? { href: paths.deliveries(slug, only.id), text: "See what failed" }
      : { href: paths.webhooks(slug), text: "See webhooks" };
  return (
    <Notice
      shape="banner"
      tone={words.tone}
      title={words.title}
      className="relative pr-12 sm:pr-14"
      actions={
        <>
          {here !== details.href && <TextLink href={details.href}>{details.text}</TextLink>}
          <IconButton
            label="Hide for now"
            size="icon-sm"
            className="absolute top-2 right-2 sm:right-4"
            onClick={() => setHidden(new Set([...hidden, ...shown.map(episodeOf)]))}
          >
            <X />
          </IconButton>
        </>
      }
    >
      {words.text}
    </Notice>
  );
}
