"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { unwrap } from "@/lib/actions/result";
import { eraseCustomerAction } from "@/lib/customers/actions";
import { paths } from "@/lib/paths";

type Props = {
  slug: string;
  customer: { id: string; name: string; reviewCount: number; messageCount: number };
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Erases a customer with everything they gave and got. */
export function EraseCustomerDialog({ slug, customer, open, onOpenChange }: Props) {
  const router = useRouter();
  const { id, name, reviewCount, messageCount } = customer;
  const erase = useMutation({
    mutationFn: () => unwrap(eraseCustomerAction(slug, { id })),
    onSuccess: () => {
      onOpenChange(false);
      toast.success("Customer erased");
      router.push(paths.customers(slug));
    },
    onError: (error) => toast.error(error.message),
  });
  const gone = [
    reviewCount > 0 && counted(reviewCount, "review"),
    messageCount > 0 && counted(messageCount, "message"),
  ].filter(Boolean);

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Erase ${name}?`}
      confirmLabel="Erase customer"
      destructive
      pending={erase.isPending}
      onConfirm={() => erase.mutate()}
    >
      {gone.length > 0
        ? `Their rating links stop working and ${gone.join(" and ")} are removed; your webhooks receive one review-deleted or message-deleted for each, without personal data.`
        : "Their rating links stop working."}{" "}
      This can&apos;t be undone.
    </ConfirmDialog>
  );
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;
