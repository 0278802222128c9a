import "reflect-metadata";
import { KeyObject, X509Certificate as NodeCertificate, webcrypto } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  cryptoProvider,
} from "@peculiar/x509";
import type { ReceiverFiles } from "@/lib/receiver/receiver-files";

const DAY_MS = 86_400_000;
const LIFETIME_DAYS = 365;
const RENEW_BEFORE_DAYS = 30;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

export type ServerCertificate = { ca: string; certificate: string; key: string };

/** The receiver's certificate from `DATA_DIR`, made anew with its authority when there is none or it ends within 30 days. */
export async function ensureCertificate(files: ReceiverFiles, now = new Date()): Promise<ServerCertificate> {
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  const kept = readCertificate(files);
  if (kept && endsLater(kept.certificate, now)) return kept;
  const made = await issueCertificate(now);
  writeFileSync(files.key, made.key, { mode: 0o600 });
  chmodSync(files.key, 0o600);
  writeFileSync(files.certificate, made.certificate);
  writeFileSync(files.ca, made.ca);
  return made;
}

/**
 * A new authority and one server certificate of it for `localhost`, `127.0.0.1` and `::1`.
 * The authority's key is forgotten at once: nothing else can ever be signed with it.
 */
export async function issueCertificate(now = new Date()): Promise<ServerCertificate> {
  cryptoProvider.set(webcrypto as Crypto);
  const authorityKeys = await webcrypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
  const serverKeys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const validity = {
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + LIFETIME_DAYS * DAY_MS),
    signingAlgorithm: ALGORITHM,
  };
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: "CN=Starwire test receiver authority",
    keys: authorityKeys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
    ],
  });
  const certificate = await X509CertificateGenerator.create({
    ...validity,
    subject: "CN=localhost",
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: "dns", value: "localhost" },
        { type: "ip", value: "127.0.0.1" },
        { type: "ip", value: "::1" },
      ]),
    ],
  });
  return {
    ca: authority.toString("pem"),
    certificate: certificate.toString("pem"),
    key: KeyObject.from(serverKeys.privateKey).export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function readCertificate(files: ReceiverFiles): ServerCertificate | null {
  if (![files.ca, files.certificate, files.key].every((file) => existsSync(file))) return null;
  return {
    ca: readFileSync(files.ca, "utf8"),
    certificate: readFileSync(files.certificate, "utf8"),
    key: readFileSync(files.key, "utf8"),
  };
}

function endsLater(certificate: string, now: Date): boolean {
  try {
    const { validTo } = new NodeCertificate(certificate);
    return Date.parse(validTo) - now.getTime() > RENEW_BEFORE_DAYS * DAY_MS;
  } catch {
    return false;
  }
}
