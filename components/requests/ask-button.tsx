"use client";

import { Send } from "lucide-react";
import { useState } from "react";
import { AskDialog } from "@/components/requests/ask-dialog";
import type { AskedCustomer } from "@/components/requests/ask-form";
import { Button } from "@/components/ui/button";
import type { AskFacts } from "@/lib/requests/get-ask-facts";

type Props = { slug: string; facts: AskFacts; customer?: AskedCustomer };

/** The one primary action of the project's screens. */
export function AskButton({ slug, facts, customer }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Send aria-hidden />
        Ask for a review
      </Button>
      <AskDialog slug={slug} facts={facts} customer={customer ?? null} open={open} onOpenChange={setOpen} />
    </>
  );
}
