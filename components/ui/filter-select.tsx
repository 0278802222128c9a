"use client";

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
  return (
    <Field label={label} labelHidden {...(className ? { className } : {})}>
      <Select
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
