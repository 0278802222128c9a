"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { TemplateTab } from "@/components/message-settings/template-tabs";
import { messagePreviewQuery } from "@/lib/messages/settings/query-options";
import type { MessageSettingsForm, PreviewInput } from "@/lib/messages/settings/schema";

const PAUSE_MS = 250;

/** The message as the form says it now, rendered by the server once typing pauses. */
export function useMessagePreview(slug: string, tab: TemplateTab) {
  const { control } = useFormContext<MessageSettingsForm>();
  const [senderName, postalAddress, linkStyle, words] = useWatch({
    control,
    name: ["senderName", "postalAddress", "linkStyle", `templates.${tab.channel}.${tab.kind}`],
  });
  const input = useSettled<PreviewInput>({
    channel: tab.channel,
    subject: words.subject ?? "",
    body: words.body,
    senderName,
    postalAddress,
    linkStyle,
  });
  return useQuery(messagePreviewQuery(slug, input));
}

/** The value once it has stayed the same for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
