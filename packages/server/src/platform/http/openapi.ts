// The API as programs read it: OpenAPI 3.1 made from the contract itself, and a page to read and try it on. All on board.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OperationMeta } from '@marsad/contract/platform/operation.ts';
import { OpenAPIGenerator } from '@orpc/openapi';
import type { AnyRouter } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import { type ApiDocument, apiText, describeApi } from './describe-api.ts';

const require = createRequire(import.meta.url);

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Marsad API</title>
    <script type="module" src="/api/docs/rapidoc.js"></script>
  </head>
  <body>
    <rapi-doc spec-url="/api/openapi.json" show-header="false" load-fonts="false" theme="dark" bg-color="#0d1218"
      primary-color="#35c2c9" nav-bg-color="#131a22" regular-font="system-ui" mono-font="ui-monospace, monospace"
      render-style="read" schema-style="table" show-method-in-nav-bar="as-colored-text" allow-server-selection="false"
      allow-authentication="false" sort-tags="true"></rapi-doc>
  </body>
</html>`;

/** Mounts `/api/openapi.json` and `/api/docs`. The document is made once, when it is first asked for. */
export function mountOpenApi(http: FastifyInstance, router: AnyRouter, version: string): void {
  let document: Promise<unknown> | null = null;
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  http.get('/api/openapi.json', async () => {
    document ??= generator
      .generate(router, {
        info: {
          title: 'Marsad',
          version,
          description: apiText,
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        },
        servers: [{ url: '/api' }],
      })
      .then((generated) => describeApi(generated as unknown as ApiDocument, (id) => metaOf(router, id)));
    return document;
  });
  http.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  http.get('/api/docs/rapidoc.js', (_request, reply) =>
    reply.type('text/javascript').send(readFileSync(require.resolve('rapidoc'))),
  );
}

function metaOf(router: AnyRouter, operationId: string): OperationMeta {
  let at = router as unknown as Record<string, unknown>;
  for (const name of operationId.split('.')) at = at[name] as Record<string, unknown>;
  return (at as unknown as { '~orpc': { meta: OperationMeta } })['~orpc'].meta;
}
