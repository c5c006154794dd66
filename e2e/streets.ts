// A PMTiles archive (version 3) of one tile with one road across it, written from the two specifications: enough to show
// that a map reads the force's own streets. https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md,
// https://github.com/mapbox/vector-tile-spec/tree/master/2.1

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
const field = (number: number, bytes: number[]): number[] => [
  ...varint((number << 3) | 2),
  ...varint(bytes.length),
  ...bytes,
];
const whole = (number: number, value: number): number[] => [...varint(number << 3), ...varint(value)];
const text = (value: string): number[] => [...new TextEncoder().encode(value)];
const zigzag = (value: number): number => (value < 0 ? -value * 2 - 1 : value * 2);

// Of 4096 from north to south: 33.9 degrees north.
const row = 1638;

/** One road from the western to the eastern edge of the tile, of the kind that is drawn widest. */
function roadTile(): number[] {
  const commands = [9, 0, row, 10, 4096, 0].map((value, index) => ([0, 3].includes(index) ? value : zigzag(value)));
  const feature = [...field(2, [0, 0]), ...whole(3, 2), ...field(4, commands.flatMap(varint))];
  const layer = [
    ...field(1, text('roads')),
    ...field(2, feature),
    ...field(3, text('kind')),
    ...field(4, field(1, text('highway'))),
    ...whole(5, 4096),
    ...whole(15, 2),
  ];
  return field(3, layer);
}

/** The archive: that tile at zoom 0, for the whole world. */
export function streetArchive(): Buffer {
  const tile = roadTile();
  // One entry: tile 0, run of 1, its length, offset 0 (written as 1).
  const directory = [1, 0, 1, tile.length, 1].flatMap(varint);
  const metadata = text(JSON.stringify({ vector_layers: [{ id: 'roads', fields: { kind: 'String' } }] }));
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  const places = [127, directory.length, 127 + directory.length, metadata.length];
  const data = 127 + directory.length + metadata.length;
  for (const [index, value] of [...places, data, 0, data, tile.length, 1, 1, 1].entries())
    header.writeBigUInt64LE(BigInt(value), 8 + index * 8);
  // Clustered; directories and tiles not compressed; vector tiles of zoom 0 alone.
  for (const [index, value] of [1, 1, 1, 1, 0, 0].entries()) header.writeUInt8(value, 96 + index);
  for (const [index, degrees] of [-180, -85, 180, 85].entries())
    header.writeInt32LE(degrees * 10_000_000, 102 + index * 4);
  return Buffer.concat([header, Buffer.from(directory), Buffer.from(metadata), Buffer.from(tile)]);
}
