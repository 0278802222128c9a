"use client";

import { useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { CustomerForm } from "@/components/customers/customer-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { unwrap } from "@/lib/actions/result";
import { addCustomerAction } from "@/lib/customers/actions";
import { customersKey } from "@/lib/customers/query-options";
import type { CustomerForm as Values } from "@/lib/customers/schema";
import { paths } from "@/lib/paths";

/** Adds a customer and opens them, where asking them is one click away. */
export function AddCustomerDialog({ slug }: { slug: string }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const queryClient = useQueryClient();

  async function save(values: Values) {
    const { id } = await unwrap(addCustomerAction(slug, values));
    setOpen(false);
    toast.success("Customer added");
    await queryClient.invalidateQueries({ queryKey: customersKey(slug) });
    router.push(paths.customer(slug, id));
  }

  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger
        render={
          <Button>
            <UserPlus aria-hidden />
            Add customer
          </Button>
        }
      />
      <DialogContent
        title="Add a customer"
        description="A name, an e-mail address or a phone number is enough."
      >
        <CustomerForm submitLabel="Add customer" onSave={save} />
      </DialogContent>
    </Dialog>
  );
}
