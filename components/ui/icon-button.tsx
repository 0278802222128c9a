"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps, ReactNode } from "react";
import { buttonVariants, type ButtonLook } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";

type IconButtonProps = Omit<ComponentProps<typeof BaseButton>, "className" | "children"> &
  Pick<ButtonLook, "variant"> & {
    /** Its accessible name, also shown on hover and focus. */
    label: string;
    size?: "icon" | "icon-sm";
    className?: string | undefined;
    children: ReactNode;
  };

export function IconButton({
  label,
  variant = "ghost",
  size = "icon",
  className,
  children,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <BaseButton
        type="button"
        aria-label={label}
        className={cn(buttonVariants({ variant, size }), className)}
        {...props}
      >
        {children}
      </BaseButton>
    </Tooltip>
  );
}
