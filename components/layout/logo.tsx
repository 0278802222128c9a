import { cn } from "@/components/ui/cn";

/** The mark: a star whose trail is a wire. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={cn("size-6 shrink-0", className)}>
      <rect width="24" height="24" rx="6" className="fill-primary" />
      <path
        d="M14.2 5.2 15.7 8.6l3.7.4-2.8 2.5.8 3.6-3.2-1.9-3.2 1.9.8-3.6L9 9l3.7-.4z"
        className="fill-primary-foreground"
      />
      <path
        d="M4.6 18.6c2.3 0 3-1.7 4.8-3.4"
        className="fill-none stroke-primary-foreground"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-[0.9375rem] font-semibold tracking-tight">
      <LogoMark />
      Starwire
    </span>
  );
}
