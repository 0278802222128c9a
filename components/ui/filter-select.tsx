"use client";

import { useEffect, useRef } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type FilterSelectProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, text: string])[];
  onChange: (value: Value) => void;
  className?: string;
};

/** One of several choices that narrow a list; its first option names what it narrows. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { label, value, options, onChange, className } = props;
  const select = useRef<HTMLSelectElement>(null);
  // What somebody chose before the page could hear it.
  useEffect(() => {
    if (select.current && select.current.value !== value)
      select.current.dispatchEvent(new Event("change", { bubbles: true }));
    // oxlint-disable-next-line react/exhaustive-deps -- once, as the page takes over
  }, []);
  return (
    <Field label={label} labelHidden {...(className ? { className } : {})}>
      <Select
        ref={select}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([each]) => each === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
