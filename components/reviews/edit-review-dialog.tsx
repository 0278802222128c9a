"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { unwrap } from "@/lib/actions/result";
import { editReviewAction } from "@/lib/reviews/manage-actions";
import { editReviewInput, type EditReviewForm, type EditReviewInput } from "@/lib/reviews/manage-schema";

type Props = { slug: string; review: { id: string; score: number; body: string | null; tags: string[] } };

/** Score, text and tags of a review. Saving what changed nothing sends no event. */
export function EditReviewDialog({ slug, review }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger render={<Button>Edit</Button>} />
      <DialogContent
        title="Edit review"
        description="What changes is sent to your webhooks as review-updated."
      >
        <EditReviewForm slug={slug} review={review} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function EditReviewForm({ slug, review, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const form = useForm<EditReviewForm, unknown, EditReviewInput>({
    resolver: zodResolver(editReviewInput),
    defaultValues: {
      id: review.id,
      score: review.score,
      body: review.body ?? "",
      tags: review.tags.join(", "),
    },
  });
  const { errors } = form.formState;
  const save = useMutation({
    mutationFn: async () => unwrap(editReviewAction(slug, form.getValues())),
    onSuccess: () => {
      onDone();
      toast.success("Review saved");
      router.refresh();
    },
  });

  return (
    <form
      noValidate
      onSubmit={(event) => void form.handleSubmit(() => save.mutate())(event)}
      className="flex flex-col gap-4"
    >
      {save.isError && (
        <Notice tone="danger" role="alert">
          {save.error.message}
        </Notice>
      )}
      <Field label="Score" error={errors.score?.message}>
        <Select {...form.register("score")}>
          {[5, 4, 3, 2, 1].map((score) => (
            <option key={score} value={score}>
              {score === 1 ? "1 star" : `${score} stars`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Text" optional error={errors.body?.message}>
        <Textarea rows={6} dir="auto" {...form.register("body")} />
      </Field>
      <Field
        label="Tags"
        optional
        error={errors.tags?.message}
        description="Separated by commas, for example: breakfast, catering"
      >
        <Input {...form.register("tags")} />
      </Field>
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" pending={save.isPending}>
          Save
        </Button>
      </DialogActions>
    </form>
  );
}
