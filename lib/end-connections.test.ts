import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, test } from "vitest";
import { endConnectionsAtStop } from "@/lib/end-connections";

test("a client that asks again and again on one connection doesn't keep a server from ending", async () => {
  endConnectionsAtStop();
  const server = createServer((_, response) => response.end("well"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async (): Promise<string | undefined> => {
    const [answer] = (await once(get({ host: "127.0.0.1", port, agent }), "response")) as [IncomingMessage];
    answer.resume();
    await once(answer, "end");
    return answer.headers.connection;
  };
  expect(await ask()).toBe("keep-alive");
  process.emit("SIGTERM");
  expect(await ask()).toBe("close");
  server.close();
  await once(server, "close");
  agent.destroy();
});

test.each([
  ["that asks for nothing", ""],
  ["that never ends its question", "GET / HTTP/1.1\r\nhost: web\r\n"],
])("a connection %s doesn't keep a server from ending", async (_, sent) => {
  endConnectionsAtStop();
  const server = createServer((_request, response) => response.end("well"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const opened = once(server, "connection");
  socket.write(sent);
  await opened;
  process.emit("SIGTERM");
  const late = connect((server.address() as AddressInfo).port, "127.0.0.1");
  await once(server, "connection");
  server.close();
  await Promise.all([once(server, "close"), once(socket, "close"), once(late, "close")]);
});
