"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { toastFailure } from "@/components/forms/toast-failure";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { unwrap } from "@/lib/actions/result";
import { paths } from "@/lib/paths";
import { deleteProjectAction } from "@/lib/projects/actions";

export function DeleteProjectCard({ slug, name }: { slug: string; name: string }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: () => unwrap(deleteProjectAction(slug, { name })),
    onSuccess: () => {
      queryClient.clear();
      toast.success(`${name} is deleted`);
      router.replace(paths.home());
    },
    onError: toastFailure,
  });

  return (
    <Card className="pb-4">
      <CardHeader
        title="Delete this project"
        description="Its customers, reviews and webhooks go with it."
        actions={
          <Button variant="destructive" onClick={() => setOpen(true)}>
            Delete project
          </Button>
        }
      />
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={`Delete ${name}?`}
        confirmLabel="Delete project"
        destructive
        pending={remove.isPending || remove.isSuccess}
        typeToConfirm={name}
        onConfirm={() => remove.mutate()}
      >
        <p>
          All of its customers, reviews, webhooks and delivery logs are deleted. This can&apos;t be undone.
        </p>
        <p>No events are sent: your systems won&apos;t hear of the deleted reviews.</p>
      </ConfirmDialog>
    </Card>
  );
}
