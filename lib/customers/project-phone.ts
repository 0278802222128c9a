import { toE164 } from "@/lib/customers/phone-number";
import { db } from "@/lib/db/client";

/**
 * A phone number of a project's customer as E.164; one without a country code is of the project's country. None stays none.
 * @throws AppError `invalid` on field `phone`.
 */
export async function toProjectPhone<None extends null | undefined>(
  projectId: string,
  phone: string | None,
): Promise<string | None> {
  if (!phone) return phone;
  const { defaultCountry } = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { defaultCountry: true },
  });
  return toE164(phone, defaultCountry);
}
