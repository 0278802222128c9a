/** Time zone and country of this browser, as a guess for a new project. */
export function browserPlace(): { timezone: string; defaultCountry?: string } {
  const timezone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const region = new Intl.Locale(navigator.language).region;
  return region?.length === 2 ? { timezone, defaultCountry: region } : { timezone };
}
