/** Hands the browser a file to save. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Saves the SVG inside `holder`. */
export function saveSvg(name: string, holder: HTMLElement): void {
  const text = svgText(holder);
  if (text) saveFile(`${name}.svg`, new Blob([text], { type: 'image/svg+xml' }));
}

/** Saves the SVG inside `holder` as a PNG of twice its size, on the colour behind it. */
export async function savePng(name: string, holder: HTMLElement): Promise<void> {
  const svg = holder.querySelector('svg');
  const text = svgText(holder);
  if (!svg || !text) return;
  // As it was drawn: a drawing kept for paper has no place on the screen.
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--s1');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob) saveFile(`${name}.png`, blob);
}

function svgText(holder: HTMLElement): string | null {
  const svg = holder.querySelector('svg')?.cloneNode(true) as SVGElement | undefined;
  if (!svg) return null;
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const style = getComputedStyle(document.documentElement);
  // A file of its own knows none of the page's tokens.
  return new XMLSerializer()
    .serializeToString(svg)
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => style.getPropertyValue(token).trim());
}
