import { networkInterfaces } from "node:os";

/** This machine's IPv4 address in a home or office network, for opening links on a phone; null when it has none. */
export function lanAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const found = addresses.find(
    ({ family, internal, address }) => family === "IPv4" && !internal && isPrivate(address),
  );
  return found?.address ?? null;
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}
