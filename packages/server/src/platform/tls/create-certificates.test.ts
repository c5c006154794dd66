import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCertificates } from './create-certificates.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'marsad-tls-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a server certificate of an authority of its own, for names and addresses; the authority is kept', async () => {
  const now = new Date('2026-03-01T00:00:00Z');
  const made = await createCertificates(folder, ['marsad.example', '10.1.2.3'], now);
  const certificate = new X509Certificate(readFileSync(made.certFile));
  const authority = new X509Certificate(readFileSync(made.authorityFile));
  expect(certificate.checkHost('marsad.example')).toBe('marsad.example');
  expect(certificate.checkHost('other.example')).toBeUndefined();
  expect(certificate.checkIP('10.1.2.3')).toBe('10.1.2.3');
  expect(certificate.verify(authority.publicKey)).toBe(true);
  expect(certificate.checkIssued(authority)).toBe(true);
  expect([certificate.ca, authority.ca]).toEqual([false, true]);
  expect(certificate.checkPrivateKey(createPrivateKey(readFileSync(made.keyFile)))).toBe(true);
  expect(statSync(made.keyFile).mode & 0o077).toBe(0);
  const again = await createCertificates(folder, ['marsad.example'], now);
  expect([made.authorityKept, again.authorityKept]).toEqual([false, true]);
  expect(new X509Certificate(readFileSync(again.certFile)).verify(authority.publicKey)).toBe(true);
});
