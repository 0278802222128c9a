import type { IncomingMessage } from "node:http";

const BODY_BYTES_MAX = 1_048_576;

/** A body of more than 1 MB. */
export class BodyTooLargeError extends Error {
  override name = "BodyTooLargeError";
}

/** The exact bytes of a request. @throws BodyTooLargeError */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_BYTES_MAX) throw new BodyTooLargeError("A body can have at most 1 MB.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
