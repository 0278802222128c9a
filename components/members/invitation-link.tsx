"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** An invitation's link on the host the admin uses, to pass on by hand. */
export function InvitationLink({ path, onDone }: { path: string; onDone: () => void }) {
  const link = `${window.location.origin}${path}`;
  return (
    <>
      <Field label="Invitation link">
        <Input
          readOnly
          value={link}
          className="font-mono text-xs"
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <DialogActions>
        <CopyButton text={link} label="Copy link" showLabel />
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogActions>
    </>
  );
}
