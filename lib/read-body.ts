import { AppError } from "@/lib/errors";

const BODY_MAX_BYTES = 256 * 1024;
/** Of what is too much, so much is taken in and thrown away, so that its sender gets to read the answer. */
const IGNORED_MAX_BYTES = 8 * 1024 * 1024;

/**
 * A request's body, read up to 256 KB.
 * @throws AppError `payload_too_large` beyond that, also when the sender keeps the length to itself.
 */
export async function readBody(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length")) > BODY_MAX_BYTES) throw new AppError("payload_too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    size += part.value.byteLength;
    if (size <= BODY_MAX_BYTES) chunks.push(part.value);
    // Breaking it off breaks the connection, and with it the answer.
    if (size > IGNORED_MAX_BYTES) await reader?.cancel();
  }
  if (size > BODY_MAX_BYTES) throw new AppError("payload_too_large");
  return Buffer.concat(chunks);
}
