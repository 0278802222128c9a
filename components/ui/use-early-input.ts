"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

/** Tells what was typed or chosen in a field of the server's HTML before React took it over, so that it isn't lost. */
export function useEarlyInput(
  field: RefObject<HTMLInputElement | HTMLSelectElement | null>,
  value: string,
  onEarlyInput: (value: string) => void,
): void {
  const compare = useEffectEvent(() => {
    const shown = field.current?.value;
    if (shown !== undefined && shown !== value) onEarlyInput(shown);
  });
  useEffect(() => compare(), []);
}
