"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { FormProvider, useForm } from "react-hook-form";
import { toast } from "sonner";
import { FormFields } from "@/components/forms/form-fields";
import { showFailure } from "@/components/forms/show-failure";
import { PageLinksField } from "@/components/review-page/page-links-field";
import { PagePreview } from "@/components/review-page/page-preview";
import { PageSavingFields } from "@/components/review-page/page-saving-fields";
import { PageTextFields } from "@/components/review-page/page-text-fields";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { unwrap } from "@/lib/actions/result";
import { savePageSettingsAction } from "@/lib/review-page/actions";
import type { PageSettings } from "@/lib/review-page/page-settings";
import {
  pageSettingsInput,
  type PageSettingsForm as Values,
  type PageSettingsInput,
} from "@/lib/review-page/schema";

type PageSettingsFormProps = { slug: string; projectName: string; settings: PageSettings };

/** Settings > Review page, with a preview that follows every key. */
export function PageSettingsForm({ slug, projectName, settings }: PageSettingsFormProps) {
  const router = useRouter();
  const form = useForm<Values, unknown, PageSettingsInput>({
    resolver: zodResolver(pageSettingsInput),
    defaultValues: settings,
  });
  const save = useMutation({
    mutationFn: (input: PageSettingsInput) => unwrap(savePageSettingsAction(slug, input)),
    onSuccess: (_saved, input) => {
      toast.success("Saved");
      form.reset(input);
      router.refresh();
    },
    onError: (error) => showFailure(error, form),
  });

  return (
    <FormProvider {...form}>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,42rem)_minmax(20rem,26rem)]">
        <Card>
          <form noValidate onSubmit={form.handleSubmit((input) => save.mutate(input))}>
            <FormFields>
              <CardContent className="flex flex-col gap-6">
                <PageTextFields />
                <PageLinksField />
                <PageSavingFields />
              </CardContent>
              <CardFooter>
                <Button
                  type="submit"
                  variant="primary"
                  disabled={!form.formState.isDirty}
                  pending={save.isPending}
                >
                  Save
                </Button>
              </CardFooter>
            </FormFields>
          </form>
        </Card>
        <PagePreview projectName={projectName} />
      </div>
    </FormProvider>
  );
}
