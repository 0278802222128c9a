"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { FormFields } from "@/components/forms/form-fields";
import { showFailure } from "@/components/forms/show-failure";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { unwrap } from "@/lib/actions/result";
import { paths } from "@/lib/paths";
import { updateProjectAction } from "@/lib/projects/actions";
import type { ProjectSettings } from "@/lib/projects/queries";
import { updateProjectInput, type UpdateProjectInput } from "@/lib/projects/schema";

type GeneralFormProps = {
  settings: ProjectSettings;
  timeZones: string[];
  countries: { code: string; name: string }[];
  appUrl: string;
};

export function GeneralForm({ settings, timeZones, countries, appUrl }: GeneralFormProps) {
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(updateProjectInput), defaultValues: settings });
  const slug = useWatch({ control: form.control, name: "slug" });
  const save = useMutation({
    mutationFn: (input: UpdateProjectInput) => unwrap(updateProjectAction(settings.slug, input)),
    onSuccess: (saved, input) => {
      toast.success("Saved");
      form.reset({ ...input, slug: saved.slug });
      if (saved.slug === settings.slug) router.refresh();
      else router.replace(paths.settings(saved.slug));
    },
    onError: (error) => showFailure(error, form),
  });
  const { errors, isDirty } = form.formState;
  const zones = timeZones.includes(settings.timezone) ? timeZones : [settings.timezone, ...timeZones];

  return (
    <Card>
      <form noValidate onSubmit={form.handleSubmit((input) => save.mutate(input))}>
        <FormFields>
          <CardContent className="flex flex-col gap-5">
            <Field label="Name" description="Your customers see it." error={errors.name?.message}>
              <Input {...form.register("name")} defaultValue={settings.name} dir="auto" autoComplete="off" />
            </Field>
            <Field
              label="Address"
              description={
                slug !== settings.slug ? (
                  <span className="text-warning-text">
                    Links to your public page that are already out there will stop working.
                  </span>
                ) : (
                  <>
                    Part of every link, for example your public page at{" "}
                    <span className="wrap-anywhere">
                      {appUrl}
                      {paths.publicReviewPage(slug)}
                    </span>
                  </>
                )
              }
              error={errors.slug?.message}
            >
              <Input
                {...form.register("slug")}
                defaultValue={settings.slug}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            </Field>
            <Field
              label="Time zone"
              description="For times in messages and quiet hours."
              error={errors.timezone?.message}
            >
              <Select {...form.register("timezone")} defaultValue={settings.timezone}>
                {zones.map((zone) => (
                  <option key={zone} value={zone}>
                    {zone.replaceAll("_", " ")}
                  </option>
                ))}
              </Select>
            </Field>
            <Field
              label="Country"
              description="Phone numbers without a country code are read as numbers of this country."
              error={errors.defaultCountry?.message}
            >
              <Select {...form.register("defaultCountry")} defaultValue={settings.defaultCountry}>
                {countries.map((country) => (
                  <option key={country.code} value={country.code}>
                    {country.name}
                  </option>
                ))}
              </Select>
            </Field>
          </CardContent>
          <CardFooter>
            <Button type="submit" variant="primary" disabled={!isDirty} pending={save.isPending}>
              Save
            </Button>
          </CardFooter>
        </FormFields>
      </form>
    </Card>
  );
}
