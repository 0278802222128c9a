import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import { AppError } from "@/lib/errors";

/**
 * A phone number as E.164 (ITU-T E.164), for example `+14155550123`.
 * @param defaultCountry ISO 3166-1 alpha-2, for numbers without a country code.
 * @throws AppError `invalid` on field `phone`.
 */
export function toE164(phone: string, defaultCountry: string): string {
  const country = isSupportedCountry(defaultCountry) ? defaultCountry : "US";
  const parsed = parsePhoneNumberFromString(phone, country);
  if (!parsed?.isValid()) {
    throw new AppError("invalid", "This isn't a phone number, for example +14155550123.", "phone");
  }
  return parsed.number;
}
