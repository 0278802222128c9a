"use client";

import { Progress as BaseProgress } from "@base-ui/react/progress";

type ProgressProps = {
  label: string;
  /** 0 to `max`; null while nobody knows. */
  value: number | null;
  max?: number;
  /** Text instead of the percentage: "2 of 4". */
  valueText?: string;
};

export function Progress({ label, value, max = 100, valueText }: ProgressProps) {
  return (
    <BaseProgress.Root
      value={value}
      max={max}
      getAriaValueText={(formatted) => valueText ?? formatted ?? ""}
      className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1.5 text-[0.8125rem]"
    >
      <BaseProgress.Label className="min-w-0 truncate">{label}</BaseProgress.Label>
      <BaseProgress.Value className="text-muted-foreground tabular-nums">
        {(formatted) => valueText ?? formatted}
      </BaseProgress.Value>
      <BaseProgress.Track className="col-span-2 h-1.5 overflow-hidden rounded-full bg-muted">
        <BaseProgress.Indicator className="h-full rounded-full bg-primary transition-[width] duration-300" />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
