import type { Tx } from "@/lib/db/client";

/**
 * Claims a form's nonce for the change of this transaction. A second claim waits for the first one's transaction, so of
 * two sendings of one form exactly one changes anything, also when they race or the first one's answer was lost.
 * @returns false when the form was sent before.
 */
export async function claimForm(tx: Tx, nonce: string): Promise<boolean> {
  const inserted =
    await tx.$executeRaw`insert into sent_form (nonce) values (${nonce}) on conflict do nothing`;
  return inserted === 1;
}

/** Notes which review the claimed form made or changed. */
export async function noteFormReview(tx: Tx, nonce: string, reviewId: string): Promise<void> {
  await tx.sentForm.update({ where: { nonce }, data: { reviewId } });
}
