"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { ACCESS_TEXT } from "@/components/api-keys/access-text";
import { showFailure } from "@/components/forms/show-failure";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogActions, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { unwrap } from "@/lib/actions/result";
import { createApiKeyAction } from "@/lib/api-keys/actions";
import { apiKeysKey } from "@/lib/api-keys/query-options";
import { API_KEY_ROLES, createApiKeyInput } from "@/lib/api-keys/schema";

/** Makes a key: first its name, then its text, once. */
export function CreateApiKeyDialog({ slug }: { slug: string }) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState<string | null>(null);

  function change(open: boolean) {
    setOpen(open);
    if (open) setText(null);
  }

  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger render={<Button>Create API key</Button>} />
      {text === null ? (
        <DialogContent key="form" title="Create API key">
          <CreateApiKeyForm slug={slug} onMade={setText} />
        </DialogContent>
      ) : (
        <DialogContent
          key="text"
          title="Copy your API key"
          description="It is shown only now. Keep it where only your program can read it."
        >
          <Field label="API key">
            <Input
              readOnly
              value={text}
              className="font-mono text-xs"
              onFocus={(event) => event.target.select()}
            />
          </Field>
          <DialogActions>
            <CopyButton text={text} label="Copy API key" showLabel />
            <Button variant="primary" onClick={() => change(false)}>
              Done
            </Button>
          </DialogActions>
        </DialogContent>
      )}
    </Dialog>
  );
}

function CreateApiKeyForm({ slug, onMade }: { slug: string; onMade: (text: string) => void }) {
  const queryClient = useQueryClient();
  const form = useForm<z.input<typeof createApiKeyInput>>({
    resolver: zodResolver(createApiKeyInput),
    defaultValues: { name: "", role: "admin" },
  });
  const create = useMutation({
    mutationFn: (input: z.input<typeof createApiKeyInput>) => unwrap(createApiKeyAction(slug, input)),
    onSuccess: ({ text }) => onMade(text),
    onError: (error) => showFailure(error, form),
    onSettled: () => queryClient.invalidateQueries({ queryKey: apiKeysKey(slug) }),
  });
  const role = useWatch({ control: form.control, name: "role" }) ?? "admin";
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((input) => create.mutate(input))}
      className="flex flex-col gap-4"
    >
      <Field
        label="Name"
        description="The program that uses it, for example “Billing”."
        error={form.formState.errors.name?.message}
      >
        <Input {...form.register("name")} autoComplete="off" />
      </Field>
      <Field label="Access" description={`${ACCESS_TEXT[role].may}.`}>
        <Select {...form.register("role")}>
          {API_KEY_ROLES.map((each) => (
            <option key={each} value={each}>
              {ACCESS_TEXT[each].name}
            </option>
          ))}
        </Select>
      </Field>
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" pending={create.isPending}>
          Create key
        </Button>
      </DialogActions>
    </form>
  );
}
