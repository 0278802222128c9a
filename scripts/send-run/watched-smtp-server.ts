import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

const MESSAGE_ID = /^Message-ID: <(msg_\w+)@/m;

/**
 * A real SMTP server on loopback that knows which mails it has taken, and which it is being handed at the moment. It takes
 * a mail once it has all of it, and says so `answerMs()` later, whether or not somebody is left to hear it.
 */
export async function startWatchedSmtpServer(answerMs: () => number) {
  /** Ids of messages in the order in which they were taken; one that came twice stands twice. */
  const taken: string[] = [];
  /** Between the first byte of a message and the answer to it. */
  const inData = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onData(stream, _session, done) {
      let text = "";
      let id: string | undefined;
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString("latin1");
        id ??= MESSAGE_ID.exec(text)?.[1];
        if (id) inData.add(id);
      });
      stream.on("end", () => {
        taken.push(id ?? text);
        void sleep(answerMs()).then(() => {
          inData.delete(id ?? "");
          done();
        });
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    inData,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
