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
