"use client";

import { useRef } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useEarlyInput } from "@/components/ui/use-early-input";

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
  const choose = (text: string) => {
    const chosen = options.find(([each]) => each === text);
    if (chosen) onChange(chosen[0]);
  };
  useEarlyInput(select, value, choose);
  return (
    <Field label={label} labelHidden {...(className ? { className } : {})}>
      <Select ref={select} autoComplete="off" value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
