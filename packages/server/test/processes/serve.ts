// A server as a process of its own, for tests that kill one. Told what it needs by its environment; says its port.
import { createApp } from '../../src/app.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';

const given = JSON.parse(process.env.SERVE ?? '{}');
const app = await createApp({
  ...given,
  keys: { ...given.keys, audit: Buffer.from(given.keys.audit, 'hex') },
  clock: systemClock,
  idleMinutes: 30,
  logLevel: 'silent',
  webFolder: null,
});
await app.http.listen({ host: '127.0.0.1', port: 0 });
const address = app.http.server.address();
console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : undefined }));
