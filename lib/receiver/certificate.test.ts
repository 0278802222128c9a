import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureCertificate } from "@/lib/receiver/certificate";
import { receiverFiles, type ReceiverFiles } from "@/lib/receiver/receiver-files";

const DAY_MS = 86_400_000;
let folder: string;
let files: ReceiverFiles;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "starwire-certificate-"));
  files = receiverFiles(folder);
});

afterEach(() => rmSync(folder, { recursive: true }));

test("is for this machine only, signed by its own authority, its key private", async () => {
  const made = await ensureCertificate(files);
  const certificate = new X509Certificate(made.certificate);
  const authority = new X509Certificate(made.ca);
  expect(certificate.verify(authority.publicKey)).toBe(true);
  expect(authority.ca).toBe(true);
  expect(certificate.ca).toBe(false);
  for (const name of ["localhost"]) expect(certificate.checkHost(name)).toBe(name);
  for (const address of ["127.0.0.1", "::1"]) expect(certificate.checkIP(address)).toBeTruthy();
  expect(certificate.checkHost("example.com")).toBeUndefined();
  expect(statSync(files.key).mode & 0o077).toBe(0);
  expect(statSync(files.folder).mode & 0o077).toBe(0);
});

test("is kept while it lasts, and made anew before it ends", async () => {
  const made = await ensureCertificate(files);
  expect(await ensureCertificate(files, new Date(Date.now() + 300 * DAY_MS))).toEqual(made);
  const renewed = await ensureCertificate(files, new Date(Date.now() + 340 * DAY_MS));
  expect(renewed.certificate).not.toBe(made.certificate);
  expect(renewed.ca).not.toBe(made.ca);
  expect(await ensureCertificate(files, new Date(Date.now() + 340 * DAY_MS))).toEqual(renewed);
});
