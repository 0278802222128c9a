"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { CustomerForm } from "@/components/customers/customer-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { unwrap } from "@/lib/actions/result";
import { editCustomerAction } from "@/lib/customers/actions";
import { customersKey } from "@/lib/customers/query-options";
import type { CustomerForm as Values } from "@/lib/customers/schema";

type Props = { slug: string; id: string; initial: Values };

/** Changes what is known of a customer. Events already sent keep what they said. */
export function EditCustomerDialog({ slug, id, initial }: Props) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const queryClient = useQueryClient();

  async function save(customer: Values) {
    await unwrap(editCustomerAction(slug, { id, customer }));
    setOpen(false);
    toast.success("Customer saved");
    await queryClient.invalidateQueries({ queryKey: customersKey(slug) });
    router.refresh();
  }

  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={<Button>Edit</Button>} />
      <DialogContent title="Edit customer">
        <CustomerForm initial={initial} submitLabel="Save" onSave={save} />
      </DialogContent>
    </Dialog>
  );
}
