"use client";

import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useFormContext, useWatch } from "react-hook-form";
import { HostedPageMain } from "@/components/review-page/hosted-page-main";
import { pageStyle } from "@/components/review-page/page-style";
import { TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import type { PageSettings } from "@/lib/review-page/page-settings";
import type { HostedPage, PageView, RatingNotice } from "@/lib/review-page/page-view";
import type { PageSettingsForm } from "@/lib/review-page/schema";

const NOTICES: Record<PageSettings["ratingSave"], RatingNotice> = {
  automatic: { kind: "saved", score: 4 },
  every_click: { kind: "saved", score: 4 },
  always_confirm: { kind: "confirm", score: 4 },
  on_submit: null,
};

const formView = (ratingSave: PageSettings["ratingSave"]): PageView => ({
  kind: "form",
  notice: NOTICES[ratingSave],
  chosen: 4,
  body: null,
  problem: null,
  visitor: { kind: "customer", firstName: "Jane" },
});
const THANKS: PageView = { kind: "thanks", score: 4, body: "Lovely bread.", reviewKey: null };

/** The hosted page as it would be with what the form says now. */
export function PagePreview({ projectName }: { projectName: string }) {
  const { control, formState } = useFormContext<PageSettingsForm>();
  const settings = { ...formState.defaultValues, ...useWatch({ control }) };
  const page = (view: PageView): HostedPage => ({
    project: { name: projectName, slug: "preview" },
    settings: {
      title: settings.title ?? "",
      intro: settings.intro ?? "",
      thankYouTitle: settings.thankYouTitle ?? "",
      thankYouText: settings.thankYouText ?? "",
      color: settings.color ?? "",
      links: (settings.links ?? []).map((link) => ({ label: link?.label ?? "", url: link?.url ?? "" })),
      ratingSave: "automatic",
      linkExpiryDays: null,
    },
    action: "#",
    nonce: "",
    view,
  });
  return (
    <section aria-labelledby="preview-heading" className="min-w-0 xl:sticky xl:top-6">
      <h2 id="preview-heading" className="mb-2 text-sm font-semibold">
        Preview
      </h2>
      <Tabs defaultValue="form">
        <TabList
          label="Preview"
          tabs={[
            { value: "form", label: "Form" },
            { value: "thanks", label: "Thank-you" },
          ]}
        />
        <TabPanel value="form">
          <PreviewFrame
            page={page(formView(settings.ratingSave ?? "automatic"))}
            title="Preview of the form"
          />
        </TabPanel>
        <TabPanel value="thanks">
          <PreviewFrame page={page(THANKS)} title="Preview of the thank-you page" />
        </TabPanel>
      </Tabs>
    </section>
  );
}

/** A document of its own, so that the page's style meets nothing of ours; sandboxed, so that nothing in it acts. */
function PreviewFrame({ page, title }: { page: HostedPage; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  const open = () => setBody(frame.current?.contentDocument?.body ?? null);
  useEffect(open, []);
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin"
      srcDoc='<!doctype html><html lang="en"><title>Preview</title><body></body></html>'
      onLoad={open}
      className="h-[38rem] w-full rounded-lg border bg-muted"
    >
      {body &&
        createPortal(
          <>
            <style>{pageStyle(page.settings.color)}</style>
            <main inert>
              <HostedPageMain page={page} />
            </main>
          </>,
          body,
        )}
    </iframe>
  );
}
