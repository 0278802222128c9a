/** Next calls it once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { logWarnings } = await import("@/lib/log-warnings");
  const { noteSenders } = await import("@/lib/note-senders");
  const { noteAnswers } = await import("@/lib/answer-status");
  const { endConnectionsAtStop } = await import("@/lib/end-connections");
  logWarnings();
  endConnectionsAtStop();
  noteSenders();
  noteAnswers();
}
