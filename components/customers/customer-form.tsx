"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm, type Path } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ActionError } from "@/lib/actions/result";
import { customerInput, type CustomerForm as Values } from "@/lib/customers/schema";

type Props = {
  initial?: Values;
  submitLabel: string;
  /** Saves; an ActionError with a field is shown at that field. */
  onSave: (values: Values) => Promise<unknown>;
};

const FIELDS: { name: Path<Values>; label: string; type?: string; autoComplete?: string }[] = [
  { name: "firstName", label: "First name" },
  { name: "lastName", label: "Last name" },
  { name: "email", label: "E-mail", type: "email" },
  { name: "phone", label: "Mobile", type: "tel" },
  { name: "company", label: "Company" },
  { name: "externalId", label: "Your own id" },
];

/** Fields of a customer, for adding and editing. */
export function CustomerForm({ initial, submitLabel, onSave }: Props) {
  const form = useForm<Values>({
    resolver: zodResolver(customerInput) as never,
    defaultValues: initial ?? {},
  });
  const save = useMutation({
    mutationFn: onSave,
    onError: (error) => {
      const field = error instanceof ActionError ? error.failure.field : undefined;
      const known = FIELDS.find((candidate) => candidate.name === field);
      if (known) form.setError(known.name, { message: error.message }, { shouldFocus: true });
    },
  });
  const hasFieldError = Object.keys(form.formState.errors).length > 0;

  return (
    <form
      noValidate
      onSubmit={(event) => void form.handleSubmit(() => save.mutate(form.getValues()))(event)}
      className="flex flex-col gap-4"
    >
      {save.isError && !hasFieldError && (
        <Notice tone="danger" role="alert">
          {save.error.message}
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {FIELDS.map((field) => (
          <Field
            key={field.name}
            label={field.label}
            error={form.formState.errors[field.name as "email"]?.message}
          >
            <Input type={field.type ?? "text"} autoComplete="off" dir="auto" {...form.register(field.name)} />
          </Field>
        ))}
      </div>
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" pending={save.isPending}>
          {submitLabel}
        </Button>
      </DialogActions>
    </form>
  );
}
