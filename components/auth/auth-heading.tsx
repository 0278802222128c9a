import type { ReactNode } from "react";

/** The heading of a page before the app, with a sentence. */
export function AuthHeading({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-5">
      <h1 className="text-lg font-semibold tracking-tight break-words">{title}</h1>
      {children && <div className="mt-1 text-sm break-words text-muted-foreground">{children}</div>}
    </div>
  );
}
