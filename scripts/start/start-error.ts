/** Something that stops a start and that its reader can mend: one sentence, no stack. */
export class StartError extends Error {
  override name = "StartError";
}
