"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { unwrap } from "@/lib/actions/result";
import { eraseCustomerAction } from "@/lib/customers/actions";
import { paths } from "@/lib/paths";

type Props = { slug: string; id: string; name: string; reviewCount: number };

/** Erases a customer with everything they gave. */
export function EraseCustomerButton({ slug, id, name, reviewCount }: Props) {
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  const erase = useMutation({
    mutationFn: () => unwrap(eraseCustomerAction(slug, { id })),
    onSuccess: () => {
      setAsks(false);
      toast.success("Customer erased");
      router.push(paths.customers(slug));
    },
    onError: (error) => toast.error(error.message),
  });
  const reviews = reviewCount === 1 ? "1 review" : `${reviewCount} reviews`;

  return (
    <>
      <Button variant="destructive" onClick={() => setAsks(true)}>
        Erase
      </Button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={`Erase ${name}?`}
        confirmLabel="Erase customer"
        destructive
        pending={erase.isPending}
        onConfirm={() => erase.mutate()}
      >
        {reviewCount > 0
          ? `Their rating links stop working and ${reviews} are removed; your webhooks receive one review-deleted for each, without personal data.`
          : "Their rating links stop working."}{" "}
        This can&apos;t be undone.
      </ConfirmDialog>
    </>
  );
}
