"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { DELIVERY_FILTERS, type DeliveryFilter } from "@/lib/webhooks/schema";

const LABELS: Record<DeliveryFilter, string> = {
  all: "All deliveries",
  waiting: "Waiting and retrying",
  delivered: "Delivered",
  failed: "Failed",
  held: "Held",
  canceled: "Canceled",
};

type DeliveryFilterSelectProps = { value: DeliveryFilter; onChange: (value: DeliveryFilter) => void };

export function DeliveryFilterSelect({ value, onChange }: DeliveryFilterSelectProps) {
  return (
    <Field label="Status" labelHidden className="w-full sm:w-52">
      <Select
        value={value}
        onChange={(event) => {
          const chosen = DELIVERY_FILTERS.find((filter) => filter === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {DELIVERY_FILTERS.map((filter) => (
          <option key={filter} value={filter}>
            {LABELS[filter]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
