import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type ReceivedMail = {
  raw: string;
  from: string;
  to: string[];
  envelope: { from: object; to: object[] };
};

type Refuse = (address: string) => { at: "MAIL" | "RCPT" | "DATA"; code: number; text: string } | null;

/** A real SMTP server on loopback that keeps what it accepts, or refuses as it is told. */
export async function startSmtpServer(refuse: Refuse = () => null, options: SMTPServerOptions = {}) {
  const mails: ReceivedMail[] = [];
  let connections = 0;
  const refused = (address: string, at: string) => {
    const found = refuse(address);
    return found?.at === at ? Object.assign(new Error(found.text), { responseCode: found.code }) : null;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onMailFrom: ({ address }, _session, done) => done(refused(address, "MAIL")),
    onRcptTo: ({ address }, _session, done) => done(refused(address, "RCPT")),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        const error = refused(to[0] ?? "", "DATA");
        if (error) return done(error);
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const args = {
          from: (envelope.mailFrom || { args: {} }).args || {},
          to: envelope.rcptTo.map((each) => each.args || {}),
        };
        mails.push({ raw: Buffer.concat(chunks).toString("utf8"), from, to, envelope: args });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    connections: () => connections,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type SmtpScript = {
  /** What it does when it gets a command (`EHLO`, `MAIL`, `RCPT`, `DATA`), a connection (`CONNECT`) or a whole message (`.`): `die`, `hang`, or what it answers. */
  [command: string]: string | undefined;
};

/** An SMTP server that breaks as its script says: it drops the connection, falls silent, or answers something of its own. */
export async function startBrokenSmtpServer(script: SmtpScript) {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    let inData = false;
    let rest = "";
    const act = (command: string, usual: string) => {
      seen.push(command);
      const does = script[command] ?? usual;
      if (does === "die") socket.destroy();
      else if (does !== "hang") socket.write(`${does}\r\n`);
    };
    act("CONNECT", "220 test");
    socket.on("data", (chunk) => {
      rest += chunk.toString("latin1");
      for (;;) {
        if (inData && script["BYTES"] === "die") return socket.destroy();
        const end = inData ? rest.indexOf("\r\n.\r\n") : rest.indexOf("\r\n");
        if (end < 0) return;
        const line = rest.slice(0, end);
        rest = rest.slice(end + (inData ? 5 : 2));
        const command = inData ? "." : line.slice(0, 4).toUpperCase();
        inData = command === "DATA" && (script["DATA"] ?? "354").startsWith("354");
        const usual = { EHLO: "250 test", DATA: "354 go on", QUIT: "221 bye", ".": "250 2.0.0 taken" }[
          command
        ];
        act(command, usual ?? "250 2.1.0 ok");
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
