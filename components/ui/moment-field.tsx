"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useIsReady } from "@/components/ui/use-is-ready";

type MomentFieldProps = {
  label: string;
  /** ISO 8601 in UTC; empty for none. */
  value: string;
  onValueChange: (value: string) => void;
  error?: string | undefined;
  className?: string;
};

/** A date and time in the reader's own zone. */
export function MomentField({ label, value, onValueChange, error, className }: MomentFieldProps) {
  const isReady = useIsReady();
  return (
    <Field label={label} error={error} {...(className ? { className } : {})}>
      <Input
        type="datetime-local"
        value={isReady ? localText(value) : ""}
        onChange={(event) => onValueChange(utcText(event.target.value))}
      />
    </Field>
  );
}

function localText(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function utcText(local: string): string {
  const at = new Date(local);
  return local === "" || Number.isNaN(at.getTime()) ? "" : at.toISOString();
}
