/** How much of an answer's body is read and kept. */
export const RESPONSE_BYTES_MAX = 65_536;

const CHARACTER_BYTES_MAX = 4;

/** Whether a kept body is the beginning of a longer one; a character cut in half at its end is missing. */
export function isCutShort(body: string): boolean {
  return Buffer.byteLength(body) > RESPONSE_BYTES_MAX - CHARACTER_BYTES_MAX;
}

/** Collects the beginning of an answer's body as text that a database can hold. */
export class ResponseBody {
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(readonly bytesMax: number) {}

  /** False once there is more than is kept. */
  add(chunk: Buffer): boolean {
    const room = this.bytesMax - this.#bytes;
    this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    this.#bytes += Math.min(chunk.length, room);
    return chunk.length <= room;
  }

  /** UTF-8; a character cut in half at the end is left out, what isn't UTF-8 or is NUL becomes U+FFFD. */
  text(): string {
    if (this.#bytes === 0) return "";
    const text = Buffer.concat(this.#chunks).toString("utf8").replaceAll("\0", "\uFFFD");
    return this.#bytes < this.bytesMax ? text : text.replace(/\uFFFD+$/, "");
  }
}
