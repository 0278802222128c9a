import type { ReactNode } from "react";

type FormTagProps = {
  /** Where it goes. */
  to: string;
  nonce: string;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A form of the hosted page: plain HTML that works without JavaScript. */
export function FormTag({ to, nonce, id, className, children }: FormTagProps) {
  return (
    <form method="post" action={to} id={id} className={className}>
      <input type="hidden" name="nonce" value={nonce} />
      {children}
    </form>
  );
}
