import "reflect-metadata";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  cryptoProvider,
} from "@peculiar/x509";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY_MS = 86_400_000;

export type CertificateOptions = { names?: string[]; fromDays?: number; toDays?: number };

/** A certificate authority of its own and server certificates signed by it; valid from `fromDays` to `toDays` from now. */
export async function createAuthority() {
  cryptoProvider.set(crypto);
  const authorityKeys = await crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
  const authority = await X509CertificateGenerator.createSelfSigned({
    name: "CN=Authority of a test",
    keys: authorityKeys,
    signingAlgorithm: ALGORITHM,
    ...validity({}),
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  });

  async function issue(options: CertificateOptions & { selfSigned?: boolean } = {}) {
    const keys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
    const names = (options.names ?? ["localhost", "127.0.0.1"]).map((value) => ({
      type: isIP(value) ? ("ip" as const) : ("dns" as const),
      value,
    }));
    const common = {
      ...validity(options),
      signingAlgorithm: ALGORITHM,
      extensions: [new SubjectAlternativeNameExtension(names)],
    };
    const certificate = options.selfSigned
      ? await X509CertificateGenerator.createSelfSigned({ ...common, name: "CN=receiver", keys })
      : await X509CertificateGenerator.create({
          ...common,
          subject: "CN=receiver",
          issuer: authority.subject,
          publicKey: keys.publicKey,
          signingKey: authorityKeys.privateKey,
        });
    const key = PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
    return { cert: certificate.toString("pem"), key };
  }

  const folder = mkdtempSync(join(tmpdir(), "starwire-authority-"));
  const caPath = join(folder, "ca.pem");
  writeFileSync(caPath, authority.toString("pem"));
  return { caPath, issue, forget: () => rmSync(folder, { recursive: true }) };
}

function validity({ fromDays = -1, toDays = 30 }: CertificateOptions) {
  return {
    notBefore: new Date(Date.now() + fromDays * DAY_MS),
    notAfter: new Date(Date.now() + toDays * DAY_MS),
  };
}
