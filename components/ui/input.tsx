"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/control-class";

type InputProps = Omit<ComponentProps<typeof BaseInput>, "className"> & { className?: string | undefined };

/** A text input; inside `Field` it is named, described and marked invalid by it. */
export function Input({ className, ...props }: InputProps) {
  return <BaseInput className={cn(controlClass, "h-8 pointer-coarse:h-10", className)} {...props} />;
}
