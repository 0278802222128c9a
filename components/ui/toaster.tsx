"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner, type ToasterProps } from "sonner";

const isSonnerTheme = (theme: string | undefined): theme is NonNullable<ToasterProps["theme"]> =>
  theme === "light" || theme === "dark" || theme === "system";

/** Where `toast()` of sonner shows. Stands once, in the root layout. */
export function Toaster() {
  const { theme } = useTheme();
  return (
    <Sonner
      theme={isSonnerTheme(theme) ? theme : "system"}
      position="bottom-right"
      closeButton
      toastOptions={{
        classNames: {
          toast:
            "!rounded-lg !border !border-border !bg-popover !font-sans !text-sm !text-foreground !shadow-popup",
          description: "!text-muted-foreground",
          success: "[&_[data-icon]]:!text-success-text",
          error: "[&_[data-icon]]:!text-destructive-text",
          actionButton: "!bg-primary !text-primary-foreground",
          closeButton: "!border-border !bg-popover !text-foreground",
        },
      }}
    />
  );
}
