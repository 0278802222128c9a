"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogActions, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Stars } from "@/components/ui/stars";
import { useLast } from "@/components/webhooks/use-last";

type Props = {
  customerName: string;
  /** Null while closed. */
  url: string | null;
  onClose: () => void;
};

/** Shows a rating link, once. */
export function RatingLinkDialog({ customerName, url: given, onClose }: Props) {
  const url = useLast(given) ?? "";
  return (
    <Dialog open={given !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={`Rating link for ${customerName}`}
        description="Send it yourself, or copy the link of one star. It is shown only now; you can always get another one."
      >
        <LinkRow label="Lets the customer choose the stars" url={url} copyLabel="Copy rating link" />
        <details className="text-sm">
          <summary className="cursor-pointer font-medium">One link for each star</summary>
          <ul className="mt-3 flex flex-col gap-3">
            {[5, 4, 3, 2, 1].map((score) => (
              <li key={score} className="flex flex-col gap-1">
                <Stars score={score} />
                <LinkRow
                  url={`${url}/${score}`}
                  copyLabel={`Copy link of ${score === 1 ? "1 star" : `${score} stars`}`}
                />
              </li>
            ))}
          </ul>
        </details>
        <DialogActions>
          <DialogClose render={<Button variant="primary">Done</Button>} />
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}

function LinkRow({ label, url, copyLabel }: { label?: string; url: string; copyLabel: string }) {
  return (
    <div>
      {label && <p className="mb-1 text-[0.8125rem] text-muted-foreground">{label}</p>}
      <div className="flex items-center gap-2 rounded-md border bg-muted/60 py-1 pr-1 pl-2.5">
        <code className="min-w-0 flex-1 font-mono text-[0.8125rem] break-all">{url}</code>
        <CopyButton text={url} label={copyLabel} />
      </div>
    </div>
  );
}
