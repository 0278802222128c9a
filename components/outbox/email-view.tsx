"use client";

import { LinkedText } from "@/components/outbox/linked-text";
import { TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { CodeBlock } from "@/components/webhooks/code-block";
import type { OutboxMessage } from "@/lib/messages/outbox/get-outbox-message";
import { messageSource } from "@/lib/messages/outbox/message-source";

const TABS = [
  { value: "html", label: "HTML" },
  { value: "text", label: "Text" },
  { value: "source", label: "Source" },
] as const;

/** An e-mail as a mail program shows it, its text part, and its source. Its links work, each in a new tab. */
export function EmailView({ message }: { message: OutboxMessage }) {
  return (
    <Tabs defaultValue="html">
      <TabList label="Views of this e-mail" tabs={TABS} />
      <TabPanel value="html">
        <iframe
          title={`E-mail to ${message.to}`}
          // No scripts, no forms, not our origin; what a link opens is an ordinary tab.
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={openingNewTabs(message.html ?? "")}
          className="h-[36rem] w-full rounded-md border bg-white"
        />
      </TabPanel>
      <TabPanel value="text">
        <p
          dir="auto"
          className="max-w-prose rounded-md border bg-background p-3 text-sm break-words whitespace-pre-wrap"
        >
          <LinkedText text={message.text} />
        </p>
      </TabPanel>
      <TabPanel value="source">
        <CodeBlock title="Source" text={messageSource(message)} />
      </TabPanel>
    </Tabs>
  );
}

/** The same document, whose links leave the frame. */
function openingNewTabs(html: string): string {
  return html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`);
}
