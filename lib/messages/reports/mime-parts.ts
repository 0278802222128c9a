/** Part of a mail: names of headers in lower case, the first of each counts, folded lines joined. */
export type MimePart = { headers: ReadonlyMap<string, string>; body: string };

/** Takes a mail, or a part of one, apart into its headers and the rest (RFC 5322, 2.2). Line breaks may be of any kind. */
export function readMimePart(source: string): MimePart {
  const text = source.replaceAll(/\r\n?/g, "\n");
  const end = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
  const head = end < 0 ? text : text.slice(0, end);
  return { headers: readFields(head), body: end < 0 ? "" : text.slice(end).replace(/^\n+/, "") };
}

/** Lines of `Name: value`, as headers and delivery reports have them. */
export function readFields(lines: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines.replaceAll(/\n[ \t]+/g, " ").split("\n")) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? "").trim());
  }
  return fields;
}

/** The parts of a multipart body (RFC 2046, 5.1.1); none where it isn't one. */
export function mimeParts({ headers, body }: MimePart): MimePart[] {
  const type = headers.get("content-type") ?? "";
  const [, quoted, plain] = /^multipart\/.*?;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return [];
  const parts: string[][] = [];
  for (const line of body.split("\n")) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}--`) break;
    if (mark === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => readMimePart(lines.join("\n")));
}

/** `text/plain` of `Text/Plain; charset=…`; empty without one. */
export function mediaType({ headers }: MimePart): string {
  return (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
