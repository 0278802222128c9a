"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { dialogActionsClass, dialogBackdropClass, dialogPopupClass } from "@/components/ui/dialog-class";
import { IconButton } from "@/components/ui/icon-button";

/** Open state of a dialog: controlled by `open` and `onOpenChange`, or opened by a `DialogTrigger` inside. */
export const Dialog = BaseDialog.Root;

/** Opens its dialog: `<DialogTrigger render={<Button>Edit</Button>} />`. */
export const DialogTrigger = BaseDialog.Trigger;

/** Closes its dialog: `<DialogClose render={<Button>Cancel</Button>} />`. */
export const DialogClose = BaseDialog.Close;

type DialogContentProps = {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** The window itself. Its close button stands last, so that the focus starts in the content. */
export function DialogContent({ title, description, children, className }: DialogContentProps) {
  return (
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className={dialogBackdropClass} />
      <BaseDialog.Popup className={cn(dialogPopupClass, className)}>
        <div className="min-w-0 pr-8">
          <BaseDialog.Title className="text-base font-semibold break-words">{title}</BaseDialog.Title>
          {description && (
            <BaseDialog.Description className="mt-1 text-sm break-words text-muted-foreground">
              {description}
            </BaseDialog.Description>
          )}
        </div>
        {children}
        <BaseDialog.Close
          render={
            <IconButton label="Close" size="icon-sm" className="absolute top-4 right-4">
              <X />
            </IconButton>
          }
        />
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  );
}

/** The row of buttons at a dialog's end, the primary one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={dialogActionsClass}>{children}</div>;
}
