import type { Colours } from './colours.ts';
import type { PointShape } from './map-types.ts';

const side = 18;
/** Drawn at twice its size, so that it stays sharp on a fine screen. */
export const pixelRatio = 2;

const shapes: Record<PointShape, { path: string; colour: keyof Colours }> = {
  p1: { path: 'M9 1.5 16.5 9 9 16.5 1.5 9Z', colour: 'p1' },
  p2: { path: 'M9 2.5 16 15H2Z', colour: 'p2' },
  p3: { path: 'M9 3a6 6 0 1 0 .01 0Z', colour: 'p3' },
  p4: { path: 'M9 3a6 6 0 1 0 .01 0ZM9 5.6a3.4 3.4 0 1 1-.01 0Z', colour: 'p4' },
  unit: { path: 'M4 3.5 15 9 4 14.5Z', colour: 'ink' },
  corner: { path: 'M9 4.5a4.5 4.5 0 1 0 .01 0Z', colour: 'accent' },
  pin: { path: 'M9 17 4.2 9.6a5.6 5.6 0 1 1 9.6 0ZM9 4.6a2.2 2.2 0 1 0 .01 0Z', colour: 'accent' },
};
export const shapeNames = Object.keys(shapes) as PointShape[];

/** A symbol of the map as pixels: the page's own shape and colour, with a thin edge that parts it from what lies under it. */
export function drawSymbol(shape: PointShape, colours: Colours): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = side * pixelRatio;
  canvas.height = side * pixelRatio;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Expected a canvas to draw symbols on, got none.');
  context.scale(pixelRatio, pixelRatio);
  const { path, colour } = shapes[shape];
  const drawn = new Path2D(path);
  context.lineJoin = 'round';
  context.lineWidth = 2;
  context.strokeStyle = colours.land;
  context.stroke(drawn);
  context.fillStyle = colours[colour];
  context.fill(drawn, 'evenodd');
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
