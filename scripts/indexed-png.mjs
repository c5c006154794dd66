// PNG with a palette: pictures of screens hold few colours, and are a third as large so.
import { crc32, deflateSync } from 'node:zlib';

const bits = 5;
const most = 256;

/** A PNG of at most 256 colours from RGBA pixels: the most frequent ones, each pixel taking the nearest. */
export function indexedPng(pixels, width, height) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const key = bucket(pixels, at);
    const seen = counts.get(key) ?? [0, 0, 0, 0];
    for (const channel of [0, 1, 2]) seen[channel] += pixels[at + channel];
    seen[3] += 1;
    counts.set(key, seen);
  }
  const chosen = [...counts].sort(([, a], [, b]) => b[3] - a[3]).slice(0, most);
  const palette = chosen.map(([, [r, g, b, n]]) => [r / n, g / n, b / n].map(Math.round));
  const indexOf = new Map(chosen.map(([key], index) => [key, index]));
  for (const [key, [r, g, b, n]] of counts)
    if (!indexOf.has(key)) indexOf.set(key, nearest(palette, [r / n, g / n, b / n]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf.get(bucket(pixels, (y * width + x) * 4));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const bucket = (pixels, at) =>
  ((pixels[at] >> (8 - bits)) << (2 * bits)) |
  ((pixels[at + 1] >> (8 - bits)) << bits) |
  (pixels[at + 2] >> (8 - bits));

function nearest(palette, colour) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, one] of palette.entries()) {
    const distance = one.reduce((sum, value, channel) => sum + (value - colour[channel]) ** 2, 0);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, 'ascii'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
