import { isIP } from "node:net";

/** The addresses that the text of a hosts file (hosts(5)) gives a name, IPv4 first. */
export function addressesInHostsFile(text: string, hostname: string): string[] {
  const addresses = text.split("\n").flatMap((line) => {
    const [address = "", ...names] = line.replace(/#.*/, "").trim().split(/\s+/);
    const isMatch = isIP(address) > 0 && names.some((name) => name.toLowerCase() === hostname);
    return isMatch ? [address] : [];
  });
  return addresses.toSorted((a, b) => isIP(a) - isIP(b));
}
