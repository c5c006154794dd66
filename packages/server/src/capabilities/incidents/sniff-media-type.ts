import type { AttachmentType } from '@marsad/contract/incidents/attachment.ts';

// Signatures at fixed places, as the formats' own documents give them. A file is what its bytes say, whatever its name says.
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const signatures: readonly { type: AttachmentType; parts: readonly (readonly [offset: number, bytes: Buffer])[] }[] = [
  { type: 'image/jpeg', parts: [[0, Buffer.from([0xff, 0xd8, 0xff])]] },
  { type: 'image/png', parts: [[0, ascii('\x89PNG\r\n\x1a\n')]] },
  { type: 'image/gif', parts: [[0, ascii('GIF87a')]] },
  { type: 'image/gif', parts: [[0, ascii('GIF89a')]] },
  { type: 'application/pdf', parts: [[0, ascii('%PDF-')]] },
  { type: 'audio/flac', parts: [[0, ascii('fLaC')]] },
  { type: 'audio/ogg', parts: [[0, ascii('OggS')]] },
  { type: 'audio/mpeg', parts: [[0, ascii('ID3')]] },
  { type: 'video/webm', parts: [[0, Buffer.from([0x1a, 0x45, 0xdf, 0xa3])]] },
  {
    type: 'image/webp',
    parts: [
      [0, ascii('RIFF')],
      [8, ascii('WEBP')],
    ],
  },
  {
    type: 'audio/wav',
    parts: [
      [0, ascii('RIFF')],
      [8, ascii('WAVE')],
    ],
  },
  {
    type: 'video/x-msvideo',
    parts: [
      [0, ascii('RIFF')],
      [8, ascii('AVI ')],
    ],
  },
];
const brands: readonly (readonly [RegExp, AttachmentType])[] = [
  [/^(heic|heix|hevc|heim|heis|mif1|msf1)/, 'image/heic'],
  [/^M4[ABP] /, 'audio/mp4'],
  [/^qt {2}/, 'video/quicktime'],
  [/^(isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|3gp)/, 'video/mp4'],
];
const markup = /^\s*(<(!doctype|html|head|body|svg|script|\?|!--|iframe|math)|#!|%!PS)/i;

/** What kind of file its first bytes are, or null when it is none that is accepted: pages, programs and archives are not. */
export function sniffMediaType(head: Buffer): AttachmentType | null {
  for (const { type, parts } of signatures) {
    if (parts.every(([offset, bytes]) => head.subarray(offset, offset + bytes.length).equals(bytes))) return type;
  }
  if (head.subarray(4, 8).equals(ascii('ftyp'))) {
    const brand = head.subarray(8, 12).toString('latin1');
    return brands.find(([pattern]) => pattern.test(brand))?.[1] ?? null;
  }
  if (isText(head)) return 'text/plain';
  // A frame of MPEG sound: eleven set bits, a layer that exists, a bit rate and a sampling rate that exist.
  const [first = 0, second = 0, third = 0] = head;
  const isFrame = first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) !== 0 && (second & 0x18) !== 0x08;
  if (isFrame && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c && head.length > 4) return 'audio/mpeg';
  return null;
}

/** Letters in any of the usual encodings: no control characters but tabs and line ends, and nothing that a browser runs. */
function isText(head: Buffer): boolean {
  const utf16 = head.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]));
  const text = utf16
    ? head.subarray(2, head.length - (head.length % 2)).toString('utf16le')
    : head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  // Tab to carriage return, and the escape of old telexes.
  const isControl = (code: number): boolean => code < 32 && !(code >= 9 && code <= 13) && code !== 27;
  if (text.length === 0 || [...text].some((letter) => isControl(letter.charCodeAt(0)))) return false;
  const legible = utf16 || isUtf8(head) || [...head].every((byte) => byte < 0x80) || isArabicCodePage(head);
  return legible && !markup.test(text);
}

/** Whether bytes are UTF-8, the last letter perhaps cut off. */
function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Windows-1256, as old programs write Arabic: mostly letters, spaces and line ends. */
function isArabicCodePage(head: Buffer): boolean {
  const letters = [...head].filter(
    (byte) => byte >= 0xc0 || (byte >= 0x20 && byte < 0x7f) || byte === 10 || byte === 13,
  );
  return letters.length / head.length > 0.95;
}
