// A part of an archive: compressed, and where a passphrase was given sealed with AES-256-GCM under its own nonce. The name
// of the part is sealed with it, so that parts cannot be exchanged. Layout of a sealed part: nonce (12), tag (16), content.
import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip as gunzipCallback, gzip as gzipCallback } from 'node:zlib';
import { BackupError } from './backup-error.ts';

const gzip = promisify(gzipCallback);
const gunzip = promisify(gunzipCallback);
const nonceBytes = 12;
const tagBytes = 16;
const level = 4;

/** How the key came from the passphrase; stands in the clear in the archive's header. */
export interface KeyDerivation {
  algorithm: 'scrypt';
  /** Cost, block size and parallelism of scrypt. */
  n: number;
  r: number;
  p: number;
  salt: string;
  /** A known text sealed with the key: tells a wrong passphrase from a damaged part. */
  check: string;
}

const checkName = 'passphrase';
const checkText = Buffer.from('marsad');

async function deriveKey(passphrase: string, { n, r, p, salt }: Omit<KeyDerivation, 'check'>): Promise<Buffer> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r };
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** A new key for `passphrase`, and what its reader needs beside the passphrase. */
export async function newKey(passphrase: string): Promise<{ key: Buffer; derivation: KeyDerivation }> {
  const chosen = { algorithm: 'scrypt', n: 131_072, r: 8, p: 1, salt: randomBytes(16).toString('base64') } as const;
  const key = await deriveKey(passphrase, chosen);
  return { key, derivation: { ...chosen, check: encrypt(checkText, key, checkName).toString('base64') } };
}

/** The key of an archive. @throws BackupError for a wrong passphrase */
export async function keyFrom(passphrase: string, derivation: KeyDerivation): Promise<Buffer> {
  const key = await deriveKey(passphrase, derivation);
  try {
    decrypt(Buffer.from(derivation.check, 'base64'), key, checkName);
  } catch {
    throw new BackupError('Expected the passphrase this archive was made with, got another one.');
  }
  return key;
}

function encrypt(content: Buffer, key: Buffer, name: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function decrypt(sealed: Buffer, key: Buffer, name: string): Buffer {
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(name)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

/** The bytes that stand in the archive for `content`. */
export async function sealPart(name: string, content: Buffer, key: Buffer | null): Promise<Buffer> {
  const packed = await gzip(content, { level });
  return key ? encrypt(packed, key, name) : packed;
}

/** The content of a part again; fails when the bytes are not what was sealed under that name. */
export async function openPart(name: string, bytes: Buffer, key: Buffer | null): Promise<Buffer> {
  return gunzip(key ? decrypt(bytes, key, name) : bytes);
}
