import { cva, type VariantProps } from "class-variance-authority";

/** The looks of everything that is pressed: buttons, icon buttons and links that look like buttons. */
export const buttonVariants = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border border-transparent font-medium whitespace-nowrap transition-colors duration-100 select-none data-disabled:cursor-not-allowed data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground not-data-disabled:hover:bg-primary-hover",
        secondary:
          "border-border bg-background text-foreground shadow-[0_1px_1px_oklch(0.2_0.02_265/0.04)] not-data-disabled:hover:bg-hover dark:bg-muted",
        ghost: "text-foreground not-data-disabled:hover:bg-hover",
        destructive:
          "bg-destructive text-destructive-foreground not-data-disabled:hover:bg-destructive-hover",
        link: "h-auto px-0 text-primary-text underline-offset-4 hover:underline",
      },
      size: {
        sm: "h-7 px-2.5 text-[0.8125rem] pointer-coarse:h-9",
        md: "h-8 px-3 text-sm pointer-coarse:h-10",
        lg: "h-10 px-4 text-sm",
        icon: "size-8 p-0 pointer-coarse:size-10",
        "icon-sm": "size-7 p-0 pointer-coarse:size-9",
      },
    },
    compoundVariants: [{ variant: "link", className: "h-auto px-0 pointer-coarse:h-auto" }],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonLook = VariantProps<typeof buttonVariants>;
