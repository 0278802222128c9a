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
  return (
    <TableRow>
      {choice && (
        <TableCell className="w-8">
          <Checkbox
            label={<span className="sr-only">Select {name}</span>}
            checked={choice.isChosen}
            onCheckedChange={choice.onChoose}
          />
        </TableCell>
      )}
      <TableCell className="max-w-29 sm:max-w-64">
        <Link
          href={paths.customer(slug, customer.id)}
          dir="auto"
          className="block truncate text-left font-medium hover:underline"
          title={name}
        >
          {name}
        </Link>
        {customer.company && (
          <span dir="auto" className="block truncate text-left text-[0.8125rem] text-muted-foreground">
            {customer.company}
          </span>
        )}
      </TableCell>
      <TableCell className="hidden max-w-64 text-muted-foreground sm:table-cell">
        <span className="block truncate">
          {[customer.email, customer.phone].filter(Boolean).join(" · ") || "No address"}
        </span>
        <Unsubscribed customer={customer} />
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
        <TableCell className="w-10">
          <IconButton label={`Ask ${name} for a review`} size="icon-sm" onClick={choice.onAsk}>
            <Send />
          </IconButton>
        </TableCell>
      )}
    </TableRow>
  );
}

function Unsubscribed({ customer }: { customer: CustomerListItem }) {
  const from = [customer.emailUnsubscribedAt && "e-mail", customer.smsUnsubscribedAt && "SMS"].filter(
    Boolean,
  );
  return from.length > 0 && <Badge tone="warning">Unsubscribed from {from.join(" and ")}</Badge>;
}
