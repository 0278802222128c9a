"use client";

import { Send } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Stars } from "@/components/ui/stars";
import { TableCell, TableRow } from "@/components/ui/table";
import { customerName } from "@/lib/customers/customer-name";
import type { CustomerListItem } from "@/lib/customers/queries";
import { paths } from "@/lib/paths";

type Props = {
  slug: string;
  customer: CustomerListItem;
  /** For those who may ask: whether the customer is selected, and what their box and button do. */
  choice: { isChosen: boolean; onChoose: (isChosen: boolean) => void; onAsk: () => void } | null;
};

/** One customer: name, addresses, last rating. */
export function CustomerTableRow({ slug, customer, choice }: Props) {
  const name = customerName(customer);
  const unsubscribed = unsubscribedWords(customer);
  return (
    <TableRow>
      {choice && (
        <TableCell className="w-8 max-sm:pr-0">
          <Checkbox
            label={<span className="sr-only">Select {name}</span>}
            checked={choice.isChosen}
            onCheckedChange={choice.onChoose}
          />
        </TableCell>
      )}
      <TableCell className="w-full max-w-0 sm:w-auto sm:max-w-64">
        <Link
          href={paths.customer(slug, customer.id)}
          dir="auto"
          className="line-clamp-2 text-left font-medium break-words hover:underline sm:line-clamp-1"
          title={name}
        >
          {name}
        </Link>
        {customer.company && (
          <span dir="auto" className="block truncate text-left text-[0.8125rem] text-muted-foreground">
            {customer.company}
          </span>
        )}
        <div className="text-[0.8125rem] text-muted-foreground sm:hidden">
          <Addresses customer={customer} />
          {unsubscribed && <span className="block text-warning-text">{unsubscribed}</span>}
        </div>
      </TableCell>
      <TableCell className="hidden max-w-64 text-muted-foreground sm:table-cell">
        <Addresses customer={customer} />
        {unsubscribed && <Badge tone="warning">{unsubscribed}</Badge>}
      </TableCell>
      <TableCell>
        {customer.lastReview ? (
          <Stars score={customer.lastReview.score} />
        ) : (
          <span className="text-muted-foreground">
            {customer.requestCount > 0 ? "Asked, not rated" : "Not asked"}
          </span>
        )}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-muted-foreground md:table-cell">
        <RelativeTime date={customer.createdAt} />
      </TableCell>
      {choice && (
        <TableCell className="w-10 max-sm:pl-0">
          <IconButton label={`Ask ${name} for a review`} size="icon-sm" onClick={choice.onAsk}>
            <Send />
          </IconButton>
        </TableCell>
      )}
    </TableRow>
  );
}

/** The customer's addresses, each on its line. */
function Addresses({ customer: { email, phone } }: { customer: CustomerListItem }) {
  if (!email && !phone) return "No address";
  return [email, phone].map(
    (address) =>
      address && (
        <span key={address} className="block truncate" title={address}>
          {address}
        </span>
      ),
  );
}

function unsubscribedWords({ emailUnsubscribedAt, smsUnsubscribedAt }: CustomerListItem): string {
  const from = [emailUnsubscribedAt && "e-mail", smsUnsubscribedAt && "SMS"].filter(Boolean);
  return from.length > 0 ? `Unsubscribed from ${from.join(" and ")}` : "";
}
