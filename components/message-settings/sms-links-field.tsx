"use client";

import { useFormContext, useWatch } from "react-hook-form";
import type { TemplateTab } from "@/components/message-settings/template-tabs";
import { useMessagePreview } from "@/components/message-settings/use-message-preview";
import { RadioGroup } from "@/components/ui/radio-group";
import type { SmsSize } from "@/lib/messages/content/sms-segments";
import type { MessageSettingsForm } from "@/lib/messages/settings/schema";
import { smsLinkStyle, withLinkStyle } from "@/lib/messages/settings/sms-link-style";

/** Which links an SMS has, with what each choice costs. */
export function SmsLinksField({ slug, tab }: { slug: string; tab: TemplateTab }) {
  const { control, setValue } = useFormContext<MessageSettingsForm>();
  const name = `templates.${tab.channel}.${tab.kind}.body` as const;
  const body = useWatch({ control, name });
  const { data } = useMessagePreview(slug, tab);
  const style = smsLinkStyle(body);
  if (!style) return null;
  const culprits = data?.sizes?.[style].culprits ?? [];
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="Links in this SMS"
        options={[
          {
            value: "rating_links",
            label: <>Five short lines{cost(data?.sizes?.rating_links)}</>,
            description: "One tap gives the rating.",
          },
          {
            value: "rating_link",
            label: <>One link{cost(data?.sizes?.rating_link)}</>,
            description: "The first tap on a star on the page saves the rating.",
          },
        ]}
        value={style}
        onValueChange={(next) =>
          setValue(name, withLinkStyle(body, next), { shouldDirty: true, shouldValidate: true })
        }
      />
      {culprits.length > 0 && (
        <p className="text-[0.8125rem] leading-5 text-warning-text">
          {culprits.slice(0, 5).join(" ")} {culprits.length === 1 ? "is" : "are"} not in the alphabet of SMS:
          a segment holds 70 characters instead of 160.
        </p>
      )}
    </div>
  );
}

function cost(size: SmsSize | undefined) {
  if (!size) return null;
  return (
    <span className="text-muted-foreground tabular-nums">
      {" "}
      · {size.segments === 1 ? "1 segment" : `${size.segments} segments`}
    </span>
  );
}
