import { createSocket } from "node:dgram";
import { once } from "node:events";
import ipaddr from "ipaddr.js";

/** Addresses of either family; or how the server misbehaves. */
export type DnsAnswer = readonly string[] | "nxdomain" | "servfail" | "silence";

const TYPE_A = 1;
const TYPE_AAAA = 28;
const HEADER_BYTES = 12;
const RCODES = { nxdomain: 3, servfail: 2 } as const;

/** A DNS server on loopback that answers A and AAAA queries (RFC 1035) as told, and remembers which names were asked for. */
export async function startDnsServer(answerFor: (name: string) => DnsAnswer) {
  const socket = createSocket("udp4");
  const asked: string[] = [];
  socket.on("message", (query, from) => {
    const { name, type, questionEnd } = readQuestion(query);
    if (type === TYPE_A) asked.push(name);
    const answer = answerFor(name);
    if (answer !== "silence")
      socket.send(reply(query.subarray(0, questionEnd), type, answer), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  };
}

function readQuestion(query: Buffer) {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), type: query.readUInt16BE(at + 1), questionEnd: at + 5 };
}

function reply(query: Buffer, type: number, answer: Exclude<DnsAnswer, "silence">): Buffer {
  const records = typeof answer === "string" ? [] : answer.map((text) => ipaddr.parse(text).toByteArray());
  const bytes = type === TYPE_A ? 4 : type === TYPE_AAAA ? 16 : 0;
  const matching = records.filter((record) => record.length === bytes);
  const head = Buffer.from(query);
  head.writeUInt16BE(0x8180 | (typeof answer === "string" ? RCODES[answer] : 0), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(matching.length, 6);
  head.writeUInt32BE(0, 8);
  const answers = matching.map((record) =>
    // Name by pointer to the question, class IN, TTL 0.
    Buffer.from([0xc0, HEADER_BYTES, type >> 8, type & 0xff, 0, 1, 0, 0, 0, 0, 0, bytes, ...record]),
  );
  return Buffer.concat([head, ...answers]);
}
