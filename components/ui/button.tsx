"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonVariants, type ButtonLook } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";

type ButtonProps = Omit<ComponentProps<typeof BaseButton>, "className"> &
  ButtonLook & {
    className?: string | undefined;
    /** While true the button keeps its focus, shows that it works and can't be pressed again. */
    pending?: boolean | undefined;
  };

export function Button({ variant, size, className, pending, disabled, children, ...props }: ButtonProps) {
  /** Half of a double click sends no form: it comes before `pending` shows, or while what was sent is fading. */
  const onClick: ButtonProps["onClick"] = (event) => {
    if (props.type === "submit" && event.detail > 1) event.preventDefault();
    props.onClick?.(event);
  };
  return (
    <BaseButton
      type="button"
      className={cn(buttonVariants({ variant, size }), className)}
      disabled={pending || disabled}
      focusableWhenDisabled={pending}
      aria-busy={pending || undefined}
      {...props}
      onClick={onClick}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </BaseButton>
  );
}
