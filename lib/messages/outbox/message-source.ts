type Sent = {
  from: string;
  to: string;
  subject: string | null;
  headers: readonly [name: string, value: string][];
  text: string;
  html: string | null;
};

/** An e-mail as text, for people who look under the hood: its headers, its text part, its HTML part. */
export function messageSource({ from, to, subject, headers, text, html }: Sent): string {
  const head = [["From", from], ["To", to], ["Subject", subject ?? ""], ...headers]
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
  return [head, `--- text/plain ---\n${text}`, html === null ? "" : `--- text/html ---\n${html}`]
    .filter(Boolean)
    .join("\n\n");
}
