"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { browserPlace } from "@/components/projects/browser-place";
import { showFailure } from "@/components/forms/show-failure";
import { unwrap } from "@/lib/actions/result";
import { paths } from "@/lib/paths";
import { createProjectAction } from "@/lib/projects/actions";
import { createProjectInput } from "@/lib/projects/schema";

const input = createProjectInput.pick({ name: true });

export function NewProjectForm() {
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(input), defaultValues: { name: "" } });
  const create = useMutation({
    mutationFn: (name: string) => unwrap(createProjectAction({ name, ...browserPlace() })),
    onSuccess: ({ slug }) => router.push(paths.overview(slug)),
    onError: (error) => showFailure(error, form),
  });

  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ name }) => create.mutate(name))}
      className="flex flex-col gap-4 rounded-lg border bg-card p-5"
    >
      <Field
        label="Name"
        description="Your customers see it, for example Riverside Bakery."
        error={form.formState.errors.name?.message}
      >
        <Input {...form.register("name")} autoComplete="organization" dir="auto" autoFocus />
      </Field>
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        pending={create.isPending || create.isSuccess}
      >
        Create project
      </Button>
    </form>
  );
}
