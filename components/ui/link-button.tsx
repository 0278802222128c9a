import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonVariants, type ButtonLook } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";

type LinkButtonProps = ComponentProps<typeof Link> & ButtonLook;

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ variant, size, className, ...props }: LinkButtonProps) {
  return <Link className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}
