import { useState } from "react";

/** The value, or while it is null the one before: what a dialog still shows as it closes. */
export function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
