"use client";

import { useState } from "react";
import { CustomerTableRow } from "@/components/customers/customer-table-row";
import { AskDialog } from "@/components/requests/ask-dialog";
import { AskManyDialog } from "@/components/requests/ask-many-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";
import { useLast } from "@/components/webhooks/use-last";
import { customerName } from "@/lib/customers/customer-name";
import type { CustomerListItem } from "@/lib/customers/queries";
import type { AskFacts } from "@/lib/requests/get-ask-facts";
import { ASK_MANY_MAX } from "@/lib/requests/schema";

type Props = { slug: string; facts: AskFacts | null; customers: CustomerListItem[] };

/** The customers that are shown; for those who may ask, with boxes to ask many at once. */
export function CustomerTable({ slug, facts, customers }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAskingMany, setIsAskingMany] = useState(false);
  const [asking, setAsking] = useState<CustomerListItem | null>(null);
  const last = useLast(asking);
  const shown = customers.slice(0, ASK_MANY_MAX).map(({ id }) => id);
  const ids = shown.filter((id) => chosen.has(id));

  function choose(some: string[], isChosen: boolean) {
    const next = new Set(chosen);
    for (const id of some)
      if (isChosen) next.add(id);
      else next.delete(id);
    setChosen(next);
  }

  return (
    <>
      {facts && (
        <div className="mb-2 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 px-4">
          <Checkbox
            label="Select all shown"
            checked={ids.length === shown.length}
            indeterminate={ids.length > 0 && ids.length < shown.length}
            onCheckedChange={(isChosen) => choose(shown, isChosen)}
          />
          <span role="status" className="text-sm text-muted-foreground">
            {ids.length > 0 && `${ids.length} selected`}
          </span>
          {ids.length > 0 && (
            <Button onClick={() => setIsAskingMany(true)}>
              {ids.length === 1 ? "Ask 1 customer" : `Ask ${ids.length} customers`}
            </Button>
          )}
        </div>
      )}
      <Table label="Customers">
        <TableHead>
          {facts && (
            <TableHeader>
              <span className="sr-only">Select</span>
            </TableHeader>
          )}
          <TableHeader>Name</TableHeader>
          <TableHeader className="hidden sm:table-cell">Reached by</TableHeader>
          <TableHeader>Last rating</TableHeader>
          <TableHeader className="hidden md:table-cell">Added</TableHeader>
          {facts && (
            <TableHeader>
              <span className="sr-only">Actions</span>
            </TableHeader>
          )}
        </TableHead>
        <TableBody>
          {customers.map((customer) => (
            <CustomerTableRow
              key={customer.id}
              slug={slug}
              customer={customer}
              choice={
                facts && {
                  isChosen: chosen.has(customer.id),
                  onChoose: (isChosen) => choose([customer.id], isChosen),
                  onAsk: () => setAsking(customer),
                }
              }
            />
          ))}
        </TableBody>
      </Table>
      {facts && (
        <>
          <AskManyDialog
            slug={slug}
            facts={facts}
            customerIds={ids}
            open={isAskingMany}
            onOpenChange={setIsAskingMany}
            onAsked={() => setChosen(new Set())}
          />
          <AskDialog
            slug={slug}
            facts={facts}
            customer={last && { ...last, name: customerName(last) }}
            open={asking !== null}
            onOpenChange={(open) => !open && setAsking(null)}
          />
        </>
      )}
    </>
  );
}
