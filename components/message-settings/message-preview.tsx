"use client";

import { MailFrame } from "@/components/message-settings/mail-frame";
import type { TemplateTab } from "@/components/message-settings/template-tabs";
import { useMessagePreview } from "@/components/message-settings/use-message-preview";
import { SmsBubble } from "@/components/messages/sms-bubble";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { smsSize } from "@/lib/messages/content/sms-segments";
import type { MessagePreview as Preview } from "@/lib/messages/settings/preview-message";

const SCREENS = [
  { value: "desktop", label: "Desktop", width: 640 },
  { value: "phone", label: "Phone", width: 375 },
] as const;

/** The chosen message as a customer named Jane Doe would get it. */
export function MessagePreview({ slug, tab }: { slug: string; tab: TemplateTab }) {
  const { data, error } = useMessagePreview(slug, tab);
  const isCurrent = data && (data.html !== null) === (tab.channel === "email");
  return (
    <section aria-labelledby="preview-heading" className="min-w-0">
      <h2 id="preview-heading" className="mb-2 text-sm font-semibold">
        Preview
      </h2>
      {error && <Notice tone="warning">{error.message}</Notice>}
      {!error && !isCurrent && <Skeleton className="h-96 w-full rounded-lg" />}
      {!error &&
        isCurrent &&
        (data.html === null ? <SmsPreview preview={data} /> : <MailPreview preview={data} />)}
    </section>
  );
}

function MailPreview({ preview }: { preview: Preview }) {
  return (
    <Tabs defaultValue="desktop">
      <TabList label="Screen" tabs={SCREENS} />
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-[0.8125rem]">
        <dt className="text-muted-foreground">From</dt>
        <dd dir="auto" className="break-words">
          {preview.from}
        </dd>
        <dt className="text-muted-foreground">Subject</dt>
        <dd dir="auto" className="break-words">
          {preview.subject}
        </dd>
      </dl>
      {SCREENS.map((screen) => (
        <TabPanel key={screen.value} value={screen.value}>
          <MailFrame
            html={preview.html ?? ""}
            title={`Preview of the e-mail, ${screen.label.toLowerCase()}`}
            screenWidth={screen.width}
          />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function SmsPreview({ preview }: { preview: Preview }) {
  const { segments, encoding, units } = smsSize(preview.text);
  return (
    <div className="flex flex-col gap-2">
      <SmsBubble text={preview.text} />
      <p className="text-[0.8125rem] text-muted-foreground">
        {segments === 1 ? "1 segment" : `${segments} segments`} · {units} characters · {encoding}
      </p>
    </div>
  );
}
