"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useForm, useWatch } from "react-hook-form";
import { showFailure } from "@/components/forms/show-failure";
import { roleText, type Role } from "@/components/members/role-text";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { unwrap } from "@/lib/actions/result";
import { inviteMemberAction } from "@/lib/members/actions";
import { membersQuery } from "@/lib/members/query-options";
import { inviteMemberInput, type InviteMemberInput } from "@/lib/members/schema";

type AddMemberFormProps = {
  slug: string;
  rolesToGive: Role[];
  onMade: (made: { email: string; path: string }) => void;
};

export function AddMemberForm({ slug, rolesToGive, onMade }: AddMemberFormProps) {
  const queryClient = useQueryClient();
  const form = useForm<InviteMemberInput>({
    resolver: zodResolver(inviteMemberInput),
    defaultValues: { email: "", role: "manager" },
  });
  const role = useWatch({ control: form.control, name: "role" });
  const invite = useMutation({
    mutationFn: (input: InviteMemberInput) => unwrap(inviteMemberAction(slug, input)),
    onSuccess: ({ path }, { email }) => onMade({ email, path }),
    onError: (error) => showFailure(error, form),
    onSettled: () => queryClient.invalidateQueries(membersQuery(slug)),
  });
  const { errors } = form.formState;

  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((input) => invite.mutate(input))}
      className="flex flex-col gap-4"
    >
      <Field label="E-mail" error={errors.email?.message}>
        <Input {...form.register("email")} type="email" autoComplete="off" />
      </Field>
      <Field label="Role" description={`${roleText[role].may}.`} error={errors.role?.message}>
        <Select {...form.register("role")}>
          {rolesToGive.map((each) => (
            <option key={each} value={each}>
              {roleText[each].name}
            </option>
          ))}
        </Select>
      </Field>
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" pending={invite.isPending}>
          Create link
        </Button>
      </DialogActions>
    </form>
  );
}
