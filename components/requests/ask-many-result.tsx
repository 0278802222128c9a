"use client";

import { Button } from "@/components/ui/button";
import { DialogActions, DialogClose } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";
import type { AskedMany } from "@/lib/requests/commands/ask-many";
import type { AskFacts } from "@/lib/requests/get-ask-facts";

type Props = { slug: string; facts: AskFacts; asked: AskedMany };

/** How many were asked, and each who was not with the reason. */
export function AskManyResult({ slug, facts, asked: { asked, refused, notice } }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Notice role="status" tone={asked > 0 ? "success" : "warning"}>
        {asked === 1 ? "1 customer is asked." : `${asked} customers are asked.`}
        {notice && ` SMS: ${notice}`}
      </Notice>
      {refused.length > 0 && (
        <div className="min-w-0">
          <h3 className="text-sm font-medium">
            {refused.length === 1 ? "1 was not asked" : `${refused.length} were not asked`}
          </h3>
          <ul
            aria-label="Not asked"
            className="mt-2 max-h-60 divide-y overflow-y-auto rounded-md border text-sm"
          >
            {refused.map((one) => (
              <li key={one.customerId} className="px-3 py-2">
                <TextLink href={paths.customer(slug, one.customerId)} className="break-words">
                  <bdi>{one.name}</bdi>
                </TextLink>
                <p className="break-words text-muted-foreground">{one.sentence}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <DialogActions>
        {facts.outbox.length > 0 && asked > 0 && (
          <LinkButton href={paths.outbox(slug)}>Open the Outbox</LinkButton>
        )}
        <DialogClose render={<Button variant="primary">Done</Button>} />
      </DialogActions>
    </div>
  );
}
