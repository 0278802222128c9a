"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { unwrap } from "@/lib/actions/result";
import { removeDemoDataAction } from "@/lib/demo/actions";

/** Says that a project holds invented customers and reviews, and takes them out. */
export function DemoNotice({ slug }: { slug: string }) {
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  const remove = useMutation({
    mutationFn: () => unwrap(removeDemoDataAction(slug, {})),
    onSuccess: () => {
      setAsks(false);
      toast.success("Demo data removed");
      router.refresh();
    },
    onError: (error) => toast.error(error.message),
  });

  return (
    <>
      <Notice actions={<Button onClick={() => setAsks(true)}>Remove demo data</Button>}>
        This project holds demo data, so that the screens have something to show.
      </Notice>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title="Remove the demo data?"
        confirmLabel="Remove demo data"
        destructive
        pending={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        The demo customers and their reviews are removed; what you added yourself stays. Your webhooks receive
        one review-deleted for each.
      </ConfirmDialog>
    </>
  );
}
