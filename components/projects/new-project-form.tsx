"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useIsReady } from "@/components/ui/use-is-ready";
import { browserPlace } from "@/components/projects/browser-place";
import { FormFields } from "@/components/forms/form-fields";
import { showFailure } from "@/components/forms/show-failure";
import { unwrap } from "@/lib/actions/result";
import { paths } from "@/lib/paths";
import { createProjectAction } from "@/lib/projects/actions";
import { createProjectInput } from "@/lib/projects/schema";

const input = createProjectInput.pick({ name: true });

export function NewProjectForm() {
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(input), defaultValues: { name: "" } });
  const { setFocus } = form;
  const isReady = useIsReady();
  useEffect(() => {
    if (isReady) setFocus("name");
  }, [isReady, setFocus]);
  const create = useMutation({
    mutationFn: (name: string) => unwrap(createProjectAction({ name, ...browserPlace() })),
    onSuccess: ({ slug }) => router.push(paths.overview(slug)),
    onError: (error) => showFailure(error, form),
  });

  return (
    <form noValidate onSubmit={form.handleSubmit(({ name }) => create.mutate(name))}>
      <FormFields className="flex flex-col gap-4 rounded-lg border bg-card p-5">
        <Field
          label="Name"
          description="Your customers see it, for example Riverside Bakery."
          error={form.formState.errors.name?.message}
        >
          <Input {...form.register("name")} autoComplete="organization" dir="auto" />
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="self-start"
          pending={create.isPending || create.isSuccess}
        >
          Create project
        </Button>
      </FormFields>
    </form>
  );
}
