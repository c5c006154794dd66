// What the browser is told about our pages. Scripts run from our own files alone; styles may stand in elements, because the
// libraries of forms, charts and the API page write them there. MapLibre's worker comes from our files, or as a blob of them,
// and its plugin that shapes Arabic is WebAssembly.
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const oneYear = 31_536_000;

/** The headers of every answer. `secure` adds that browsers keep to HTTPS from then on. */
export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
    ...(secure && { 'strict-transport-security': `max-age=${oneYear}` }),
  };
}
