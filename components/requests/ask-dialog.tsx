"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AskForm, type AskedCustomer } from "@/components/requests/ask-form";
import { AskResult } from "@/components/requests/ask-result";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { customersKey } from "@/lib/customers/query-options";
import { messagesKey } from "@/lib/messages/query-options";
import type { Asked } from "@/lib/requests/commands/ask-for-review";
import type { AskFacts } from "@/lib/requests/get-ask-facts";

type Props = {
  slug: string;
  facts: AskFacts;
  /** Whom to ask; null asks for the person, too. */
  customer: AskedCustomer | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Asks one customer for a review, and then says what became of it. */
export function AskDialog(props: Props) {
  const { open, onOpenChange, customer } = props;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={customer ? `Ask ${customer.name} for a review` : "Ask for a review"}
        description="They get a message with a star for each rating; a click on one is a review."
      >
        <AskSteps {...props} />
      </DialogContent>
    </Dialog>
  );
}

/** Begins anew each time the dialog opens. */
function AskSteps({ slug, facts, customer, onOpenChange }: Props) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [done, setDone] = useState<{ asked: Asked; isForNow: boolean } | null>(null);

  if (done) return <AskResult slug={slug} facts={facts} {...done} onDone={() => onOpenChange(false)} />;
  return (
    <AskForm
      slug={slug}
      facts={facts}
      customer={customer}
      onAsked={(asked, when) => {
        setDone({ asked, isForNow: when === "now" });
        void queryClient.invalidateQueries({ queryKey: messagesKey(slug) });
        void queryClient.invalidateQueries({ queryKey: customersKey(slug) });
        router.refresh();
      }}
    />
  );
}
