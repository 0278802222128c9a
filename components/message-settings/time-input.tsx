"use client";

import type { Ref } from "react";
import { Input } from "@/components/ui/input";

type TimeInputProps = {
  ref: Ref<HTMLInputElement>;
  name: string;
  /** Minute of the day; NaN while none is entered. */
  value: number;
  onChange: (minute: number) => void;
  onBlur: () => void;
};

/** A time of day as hours and minutes. */
export function TimeInput({ value, onChange, ...field }: TimeInputProps) {
  return (
    <Input
      {...field}
      type="time"
      step={900}
      value={clock(value)}
      onChange={(event) => onChange(minuteOf(event.target.value))}
    />
  );
}

function clock(minute: number): string {
  if (Number.isNaN(minute)) return "";
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

function minuteOf(time: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return Number(hours) * 60 + Number(minutes);
}
