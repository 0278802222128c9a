import { CodeSample } from "@/components/ui/code-sample";
import { TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { RECEIVERS } from "@/lib/webhooks/guide/receivers";

/** The same receiver in each language. */
export function ReceiverTabs() {
  return (
    <Tabs defaultValue={RECEIVERS[0].language} className="min-w-0">
      <TabList
        label="Language"
        tabs={RECEIVERS.map(({ language }) => ({ value: language, label: language }))}
      />
      {RECEIVERS.map(({ language, code }) => (
        <TabPanel key={language} value={language}>
          <CodeSample label={`Receiver in ${language}`} code={code} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
