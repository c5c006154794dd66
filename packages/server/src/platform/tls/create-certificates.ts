// A certificate authority of the force's own, and a certificate of it for one server: for networks without the internet.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import * as x509 from '@peculiar/x509';

type Key = webcrypto.CryptoKey;
// The library speaks of the browser's types; Node's are the same objects.
x509.cryptoProvider.set(webcrypto as never);
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMilliseconds = 86_400_000;
// Browsers refuse server certificates that live longer than 398 days.
const serverDays = 397;
const authorityDays = 3_650;

export interface MadeCertificates {
  /** To be installed as trusted on every machine of the force, once. */
  authorityFile: string;
  certFile: string;
  keyFile: string;
  /** Whether the authority was there before: then nothing need be installed anew. */
  authorityKept: boolean;
  until: Date;
}

/**
 * Makes `server.pem` and `server-key.pem` for the host names and addresses given, signed by the authority in `folder`,
 * which is made when it is not there. Keys are readable by their owner alone.
 */
export async function createCertificates(
  folder: string,
  hosts: readonly string[],
  now: Date,
): Promise<MadeCertificates> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authorityFile = path.join(folder, 'authority.pem');
  const authorityKeyFile = path.join(folder, 'authority-key.pem');
  const authorityKept = existsSync(authorityFile) && existsSync(authorityKeyFile);
  const authority = authorityKept
    ? await readAuthority(authorityFile, authorityKeyFile)
    : await makeAuthority(authorityFile, authorityKeyFile, now);
  const keys = await newKeys();
  const until = new Date(now.getTime() + serverDays * dayMilliseconds);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${hosts[0]}, O=Marsad`,
    issuer: authority.certificate.subject,
    notBefore: new Date(now.getTime() - dayMilliseconds),
    notAfter: until,
    signingKey: authority.key as never,
    publicKey: keys.publicKey as never,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        hosts.map((host) => ({ type: isIP(host) ? ('ip' as const) : ('dns' as const), value: host })),
      ),
    ],
  });
  const certFile = path.join(folder, 'server.pem');
  const keyFile = path.join(folder, 'server-key.pem');
  writeFileSync(certFile, `${certificate.toString('pem')}\n${authority.certificate.toString('pem')}\n`);
  await writeKey(keyFile, keys.privateKey);
  return { authorityFile, certFile, keyFile, authorityKept, until };
}

const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

interface Authority {
  certificate: x509.X509Certificate;
  key: Key;
}

async function makeAuthority(file: string, keyFile: string, now: Date): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Marsad local authority, O=Marsad',
    notBefore: new Date(now.getTime() - dayMilliseconds),
    notAfter: new Date(now.getTime() + authorityDays * dayMilliseconds),
    keys: keys as never,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  writeFileSync(file, `${certificate.toString('pem')}\n`);
  await writeKey(keyFile, keys.privateKey);
  return { certificate, key: keys.privateKey };
}

async function readAuthority(file: string, keyFile: string): Promise<Authority> {
  const der = x509.PemConverter.decodeFirst(readFileSync(keyFile, 'utf8'));
  const key = await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
  return { certificate: new x509.X509Certificate(readFileSync(file, 'utf8')), key };
}

async function writeKey(file: string, key: Key): Promise<void> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  writeFileSync(file, `${x509.PemConverter.encode(der, 'PRIVATE KEY')}\n`, { mode: 0o600 });
}
