"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useId, useState, type FormEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { dialogActionsClass, dialogBackdropClass, dialogPopupClass } from "@/components/ui/dialog-class";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question that names the thing: "Delete Riverside Bakery?" */
  title: string;
  /** What follows, in sentences. */
  children?: ReactNode;
  /** The deed, not "OK": "Delete project". */
  confirmLabel: string;
  /** Leaves everything as it is; "Cancel" unless that is the deed's own word. */
  cancelLabel?: string;
  destructive?: boolean;
  pending?: boolean;
  /** When given, this must be typed before the deed can be done. */
  typeToConfirm?: string;
  onConfirm: () => void;
};

/** Asks before something that can't be undone. The caller closes it once the deed is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={dialogBackdropClass} />
        <AlertDialog.Popup className={dialogPopupClass}>
          <ConfirmForm {...props} />
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function ConfirmForm(props: ConfirmDialogProps) {
  const [typed, setTyped] = useState("");
  const formId = useId();
  const blocked = props.typeToConfirm !== undefined && typed.trim() !== props.typeToConfirm.trim();

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (!blocked && !props.pending) props.onConfirm();
  }

  return (
    <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
      <div>
        <AlertDialog.Title className="text-base font-semibold break-words">{props.title}</AlertDialog.Title>
        {props.children && (
          <AlertDialog.Description
            render={<div />}
            className="mt-1.5 flex flex-col gap-2 text-sm break-words text-muted-foreground"
          >
            {props.children}
          </AlertDialog.Description>
        )}
      </div>
      {props.typeToConfirm !== undefined && (
        <Field
          label={
            <>
              Type <strong className="font-semibold break-all">{props.typeToConfirm}</strong> to confirm
            </>
          }
        >
          <Input value={typed} onValueChange={setTyped} autoComplete="off" spellCheck={false} />
        </Field>
      )}
      <div className={dialogActionsClass}>
        <AlertDialog.Close render={<Button>{props.cancelLabel ?? "Cancel"}</Button>} />
        <Button
          type="submit"
          variant={props.destructive ? "destructive" : "primary"}
          disabled={blocked}
          pending={props.pending}
        >
          {props.confirmLabel}
        </Button>
      </div>
    </form>
  );
}
