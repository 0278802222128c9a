import { refuse, refuseLink } from "@/app/_review-page/refuse";
import { unsubscribeResponse } from "@/app/_review-page/unsubscribe-response";
import { AppError } from "@/lib/errors";
import { readForm } from "@/lib/read-form";
import { resubscribeAddress, unsubscribeAddress } from "@/lib/suppressions/unsubscribe-address";
import { findUnsubscribeLink } from "@/lib/suppressions/unsubscribe-link";

type Context = { params: Promise<{ token: string }> };

/** Asks whether to unsubscribe. Public; the token is the key. It changes nothing, nor does HEAD: scanners open links. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const { token } = await context.params;
  const link = await findUnsubscribeLink(token);
  return link ? unsubscribeResponse(token, link) : refuseLink(request, 404);
}

/**
 * Unsubscribes, by the button of the page or by a mail program's one click (RFC 8058: a POST without cookies, from
 * anywhere, answered without a redirect); or subscribes again, by the page's other button.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { token } = await context.params;
  const fields = await readForm(request).catch(toRefusal);
  if (fields instanceof AppError)
    return refuse(request, fields.status, "Nothing was changed", fields.message);
  const link = await findUnsubscribeLink(token);
  if (!link) return refuseLink(request, 404);
  if (fields.get("action") === "subscribe") await resubscribeAddress(link.address);
  else await unsubscribeAddress(link.address, "unsubscribed");
  const now = await findUnsubscribeLink(token);
  return now ? unsubscribeResponse(token, now) : refuseLink(request, 404);
}

function toRefusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}
