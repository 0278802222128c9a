"use client";

import { useFormContext, useWatch } from "react-hook-form";
import { SmsLinksField } from "@/components/message-settings/sms-links-field";
import { TEMPLATE_TABS, type TemplateTab } from "@/components/message-settings/template-tabs";
import { TemplateWordsFields } from "@/components/message-settings/template-words-fields";
import { Button } from "@/components/ui/button";
import { TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { BUILT_IN_TEMPLATES } from "@/lib/messages/content/built-in-templates";
import type { MessageSettingsForm } from "@/lib/messages/settings/schema";

type TemplateEditorProps = {
  slug: string;
  shown: TemplateTab;
  onShow: (tab: TemplateTab) => void;
};

/** The words of the four messages, one at a time. */
export function TemplateEditor({ slug, shown, onShow }: TemplateEditorProps) {
  return (
    <Tabs
      value={shown.value}
      onValueChange={(value) => onShow(TEMPLATE_TABS.find((tab) => tab.value === value) ?? TEMPLATE_TABS[0])}
    >
      <TabList label="Messages" tabs={TEMPLATE_TABS} />
      {TEMPLATE_TABS.map((tab) => (
        <TabPanel key={tab.value} value={tab.value}>
          <div className="flex flex-col gap-5">
            <TemplateWordsFields tab={tab} />
            {tab.channel === "sms" && <SmsLinksField slug={slug} tab={tab} />}
            <ResetButton tab={tab} />
          </div>
        </TabPanel>
      ))}
    </Tabs>
  );
}

function ResetButton({ tab }: { tab: TemplateTab }) {
  const { control, setValue } = useFormContext<MessageSettingsForm>();
  const name = `templates.${tab.channel}.${tab.kind}` as const;
  const words = useWatch({ control, name });
  const builtIn = BUILT_IN_TEMPLATES[tab.channel][tab.kind];
  const isBuiltIn = words.body === builtIn.body && words.subject === builtIn.subject;
  const options = { shouldDirty: true, shouldValidate: true };
  return (
    <Button
      size="sm"
      className="self-start"
      disabled={isBuiltIn}
      focusableWhenDisabled
      onClick={() => {
        setValue(`${name}.body`, builtIn.body, options);
        if (tab.channel === "email") setValue(`${name}.subject`, builtIn.subject ?? "", options);
      }}
    >
      {isBuiltIn ? "This is the built-in text" : "Reset to the built-in text"}
    </Button>
  );
}
