"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, Ellipsis, Link2, MailX, MessageSquareX, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { EraseCustomerDialog } from "@/components/customers/erase-customer-dialog";
import { RatingLinkDialog } from "@/components/customers/rating-link-dialog";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuDownload, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { unwrap } from "@/lib/actions/result";
import { setSubscriptionAction } from "@/lib/customers/actions";
import { customerName } from "@/lib/customers/customer-name";
import type { CustomerDetail } from "@/lib/customers/queries";
import { customersKey } from "@/lib/customers/query-options";
import { paths } from "@/lib/paths";
import { createRatingLinkAction } from "@/lib/rating-links/actions";

type Props = { slug: string; customer: CustomerDetail; canErase: boolean };

/** What else can be done with a customer. */
export function CustomerMenu({ slug, customer, canErase }: Props) {
  const queryClient = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const [isErasing, setIsErasing] = useState(false);
  const { id } = customer;
  const name = customerName(customer);
  const reload = () => queryClient.invalidateQueries({ queryKey: customersKey(slug) });

  const createLink = useMutation({
    mutationFn: () => unwrap(createRatingLinkAction(slug, { customerId: id })),
    onSuccess: ({ url }) => {
      setLink(url);
      void reload();
    },
    onError: toastFailure,
  });
  const subscribe = useMutation({
    mutationFn: (input: { channel: "email" | "sms"; isSubscribed: boolean }) =>
      unwrap(setSubscriptionAction(slug, { id, ...input })),
    onSuccess: async (_done, { channel, isSubscribed }) => {
      await reload();
      const what = channel === "email" ? "e-mails" : "SMS";
      toast.success(`${isSubscribed ? "Subscribed again to" : "Unsubscribed from"} ${what}`);
    },
    onError: toastFailure,
  });

  return (
    <>
      <Menu>
        <MenuTrigger
          render={
            <Button size="icon" aria-label={`Actions for ${name}`}>
              <Ellipsis />
            </Button>
          }
        />
        <MenuContent>
          <MenuItem onClick={() => createLink.mutate()}>
            <Link2 />
            Get a rating link
          </MenuItem>
          <MenuDownload href={paths.customerExport(slug, id)}>
            <Download />
            Export everything
          </MenuDownload>
          {customer.email && (
            <MenuItem
              onClick={() =>
                subscribe.mutate({ channel: "email", isSubscribed: customer.emailUnsubscribedAt !== null })
              }
            >
              <MailX />
              {customer.emailUnsubscribedAt ? "Subscribe to e-mails again" : "Unsubscribe from e-mails"}
            </MenuItem>
          )}
          {customer.phone && (
            <MenuItem
              onClick={() =>
                subscribe.mutate({ channel: "sms", isSubscribed: customer.smsUnsubscribedAt !== null })
              }
            >
              <MessageSquareX />
              {customer.smsUnsubscribedAt ? "Subscribe to SMS again" : "Unsubscribe from SMS"}
            </MenuItem>
          )}
          {canErase && (
            <>
              <MenuSeparator />
              <MenuItem destructive onClick={() => setIsErasing(true)}>
                <Trash2 />
                Erase
              </MenuItem>
            </>
          )}
        </MenuContent>
      </Menu>
      <RatingLinkDialog customerName={name} url={link} onClose={() => setLink(null)} />
      <EraseCustomerDialog
        slug={slug}
        customer={{
          id,
          name,
          reviewCount: customer.reviews.length,
          messageCount: customer.requests.reduce((sum, request) => sum + request.messages.length, 0),
        }}
        open={isErasing}
        onOpenChange={setIsErasing}
      />
    </>
  );
}
