"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ComponentProps, ReactNode } from "react";

/** Panels side by side; `value`/`onValueChange` control which one shows. */
export const Tabs = BaseTabs.Root;

type TabListProps = { label: string; tabs: readonly { value: string; label: ReactNode }[] };

export function TabList({ label, tabs }: TabListProps) {
  return (
    <BaseTabs.List aria-label={label} className="flex gap-2.5 overflow-x-auto border-b sm:gap-4">
      {tabs.map((tab) => (
        <BaseTabs.Tab
          key={tab.value}
          value={tab.value}
          className="-mb-px border-b-2 border-transparent px-0.5 py-2 text-[0.8125rem] font-medium whitespace-nowrap text-muted-foreground hover:text-foreground focus-visible:-outline-offset-2 data-active:border-primary data-active:text-foreground sm:text-sm"
        >
          {tab.label}
        </BaseTabs.Tab>
      ))}
    </BaseTabs.List>
  );
}

export function TabPanel(props: Omit<ComponentProps<typeof BaseTabs.Panel>, "className">) {
  return <BaseTabs.Panel className="pt-4" {...props} />;
}
