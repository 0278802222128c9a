"use client";

import { cn } from "@/components/ui/cn";
import { useReader } from "@/components/webhooks/use-reader";
import { healthWords, type HealthFacts, type HealthTone } from "@/lib/webhooks/health-words";

const DOTS: Record<HealthTone, string> = {
  waiting: "border border-input bg-transparent",
  working: "bg-success",
  failing: "bg-warning",
  off: "bg-input",
  turned_off: "bg-destructive",
};

const TEXTS: Record<HealthTone, string> = {
  waiting: "",
  working: "",
  failing: "text-warning-text",
  off: "",
  turned_off: "text-destructive-text",
};

/** A webhook's health in words, with a dot that repeats them. */
export function WebhookHealth({ health }: { health: HealthFacts }) {
  const { tone, text } = healthWords(health, useReader());
  return <HealthText tone={tone} text={text} />;
}

/** What stands in health's place until a switch has settled. */
export function SwitchingHealth({ isOn }: { isOn: boolean }) {
  return <HealthText tone="off" text={isOn ? "Turning on …" : "Turning off …"} />;
}

function HealthText({ tone, text }: { tone: HealthTone; text: string }) {
  return (
    <span className={cn("inline-flex max-w-full min-w-0 items-baseline gap-1.5", TEXTS[tone])}>
      <span aria-hidden className={cn("size-2 shrink-0 rounded-full", DOTS[tone])} />
      <span className="min-w-0 break-words">{text}</span>
    </span>
  );
}
