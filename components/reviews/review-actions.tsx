"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { EditReviewDialog } from "@/components/reviews/edit-review-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { unwrap } from "@/lib/actions/result";
import { paths } from "@/lib/paths";
import { deleteReviewAction, setReviewVisibilityAction } from "@/lib/reviews/manage-actions";

type Props = {
  slug: string;
  review: {
    id: string;
    score: number;
    body: string | null;
    tags: string[];
    visibility: "visible" | "hidden";
  };
  reviewer: string;
  canEdit: boolean;
  canDelete: boolean;
};

/** What the signed-in person may do with one review. */
export function ReviewActions({ slug, review, reviewer, canEdit, canDelete }: Props) {
  const router = useRouter();
  const [asks, setAsks] = useState(false);
  const isHidden = review.visibility === "hidden";

  const toggle = useMutation({
    mutationFn: () =>
      unwrap(setReviewVisibilityAction(slug, { id: review.id, visibility: isHidden ? "visible" : "hidden" })),
    onSuccess: () => router.refresh(),
    onError: (error) => toast.error(error.message),
  });
  const remove = useMutation({
    mutationFn: () => unwrap(deleteReviewAction(slug, { id: review.id })),
    onSuccess: () => {
      setAsks(false);
      toast.success("Review deleted");
      router.push(paths.reviews(slug));
    },
    onError: (error) => toast.error(error.message),
  });

  return (
    <>
      {canEdit && <EditReviewDialog slug={slug} review={review} />}
      {canEdit && (
        <Button onClick={() => toggle.mutate()} pending={toggle.isPending}>
          {isHidden ? "Show" : "Hide"}
        </Button>
      )}
      {canDelete && (
        <Button variant="destructive" onClick={() => setAsks(true)}>
          Delete
        </Button>
      )}
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={`Delete the review by ${reviewer}?`}
        confirmLabel="Delete review"
        destructive
        pending={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        It is removed for good, its rating link stops working, and your webhooks receive review-deleted.
      </ConfirmDialog>
    </>
  );
}
