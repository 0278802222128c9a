import { getCountries, isSupportedCountry } from "libphonenumber-js";

/** Every country phone numbers are known of, by name. */
export function countries(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** True for an ISO 3166-1 alpha-2 code phone numbers are known of. */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}
