import { createHash } from "node:crypto";
import { db } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/is-unique-violation";
import { encryption } from "@/lib/encryption";
import { AppError } from "@/lib/errors";

const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 100;

export type KeptAnswer = { status: number; body: string | null };

/**
 * Does a call with an `Idempotency-Key` once. The same key with the same call gets the first one's answer, also while
 * that is still under way (for 10 s); a call that failed on our side changed nothing and may be sent again.
 * @throws AppError `idempotency_mismatch` for another call under this key; `idempotency_pending` when the first one
 *   was cut off or takes longer: whether it took effect isn't known here.
 */
export async function keepAnswer(
  call: { projectId: string; key: string; text: string },
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { isRepeat: boolean }> {
  const where = { projectId_key: { projectId: call.projectId, key: call.key } };
  const fingerprint = createHash("sha256").update(call.text).digest("hex");
  if (!(await claim({ projectId: call.projectId, key: call.key, fingerprint }))) {
    return { ...(await firstAnswer(where, fingerprint)), isRepeat: true };
  }
  let answer: KeptAnswer;
  try {
    answer = await work();
  } catch (error) {
    await db.idempotentCall.delete({ where });
    throw error;
  }
  // An answer may hold a secret that is shown once.
  const kept = answer.body === null ? null : encryption().encrypt(answer.body, call.key);
  await db.idempotentCall.update({ where, data: { status: answer.status, answer: kept } });
  return { ...answer, isRepeat: false };
}

async function claim(data: { projectId: string; key: string; fingerprint: string }): Promise<boolean> {
  try {
    await db.idempotentCall.create({ data });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

async function firstAnswer(
  where: { projectId_key: { projectId: string; key: string } },
  fingerprint: string,
): Promise<KeptAnswer> {
  const untilMs = performance.now() + WAIT_MS;
  for (;;) {
    const first = await db.idempotentCall.findUnique({ where });
    if (first && first.fingerprint !== fingerprint) throw new AppError("idempotency_mismatch");
    if (first && first.status !== null) {
      const body = first.answer === null ? null : encryption().decrypt(first.answer, first.key);
      return { status: first.status, body };
    }
    // Gone: the first one failed on our side.
    if (!first || performance.now() >= untilMs) throw new AppError("idempotency_pending");
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
