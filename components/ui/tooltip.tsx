"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

/** Groups tooltips, so that after the first the next ones open at once. Stands once, around the app. */
export const TooltipProvider = BaseTooltip.Provider;

type TooltipProps = {
  content: ReactNode;
  side?: "top" | "bottom" | "left" | "right";
  /** The one focusable element it belongs to. */
  children: ReactElement;
};

/** A hint on hover and focus. Never the only place of something one must know: it doesn't open on touch. */
export function Tooltip({ content, side = "top", children }: TooltipProps) {
  return (
    <BaseTooltip.Root
      onOpenChange={(_open, details) => {
        // One Escape closes the hint and also the dialog it stands in.
        if (details.reason === "escape-key") details.allowPropagation();
      }}
    >
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="z-60">
          <BaseTooltip.Popup
            role="tooltip"
            className="max-w-72 rounded-md bg-foreground px-2 py-1 text-xs break-words text-background shadow-popup transition-opacity duration-100 data-ending-style:opacity-0 data-instant:transition-none data-starting-style:opacity-0"
          >
            {content}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
