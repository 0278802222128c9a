"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { EVENT_CATALOG, EVENT_TYPES, type EventType } from "@/lib/webhooks/event-catalog";

export type EventChoice = { types: EventType[]; alsoLater: boolean };

type EventTypeBoxesProps = {
  value: EventChoice;
  onChange: (value: EventChoice) => void;
  error: string | undefined;
};

/** One box per event type, and one for types that don't exist yet, which only makes sense with all of them. */
export function EventTypeBoxes({ value, onChange, error }: EventTypeBoxesProps) {
  function check(type: EventType, isChecked: boolean) {
    const types = EVENT_TYPES.filter((each) => (each === type ? isChecked : value.types.includes(each)));
    onChange({ types, alsoLater: value.alsoLater && isChecked });
  }

  return (
    <fieldset
      className="flex min-w-0 flex-col gap-1.5"
      aria-describedby={error ? "event-types-error" : undefined}
    >
      <legend className="mb-1.5 text-sm font-medium">Event types</legend>
      {EVENT_TYPES.map((type) => (
        <Checkbox
          key={type}
          label={<span className="font-mono text-[0.8125rem]">{type}</span>}
          description={EVENT_CATALOG[type].description}
          checked={value.types.includes(type)}
          onCheckedChange={(isChecked) => check(type, isChecked)}
        />
      ))}
      <div className="mt-1 border-t pt-2.5">
        <Checkbox
          label="Also event types added later"
          description="Chosen together with all of the above."
          checked={value.alsoLater}
          onCheckedChange={(isChecked) =>
            onChange({ types: isChecked ? [...EVENT_TYPES] : value.types, alsoLater: isChecked })
          }
        />
      </div>
      <p id="event-types-error" role="alert" className="text-[0.8125rem] text-destructive-text empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
