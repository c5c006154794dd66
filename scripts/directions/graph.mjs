// Reads every import of the project's sources: who imports whom, and whether only for types.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

const source = /\.(ts|tsx|mts)$/;

/** All source files of packages, e2e and bench below `root`, as paths inside it with forward slashes. */
export function sourcesOf(root) {
  const found = [];
  const visit = (folder) => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name === 'dist') continue;
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) visit(place);
      else if (source.test(entry.name)) found.push(path.relative(root, place).split(path.sep).join('/'));
    }
  };
  for (const folder of ['packages', 'e2e', 'bench']) visit(path.join(root, folder));
  return found.sort();
}

/**
 * The imports of one file: static, re-exported and dynamic ones with a constant name. `to` is a file of ours, `npm:` and a
 * library's name, or `missing:` and what was asked.
 * @throws Error with the place when the file cannot be parsed: an unread file would escape every rule
 */
export function importsOf(root, file, packages) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const parsed = parseSync(file, text);
  if (parsed.errors.length > 0) throw new Error(`Expected TypeScript in ${file}, got: ${parsed.errors[0].message}`);
  const asked = [];
  for (const entry of parsed.module.staticImports) {
    // `import './x.ts'` names nothing and runs the file; it is never for types alone.
    const typeOnly = entry.entries.length > 0 && entry.entries.every((name) => name.isType);
    asked.push([entry.moduleRequest.value, typeOnly]);
  }
  for (const { entries } of parsed.module.staticExports) {
    for (const entry of entries) if (entry.moduleRequest) asked.push([entry.moduleRequest.value, entry.isType]);
  }
  for (const { moduleRequest } of parsed.module.dynamicImports) {
    const name = /^\s*(['"`])([^'"`$]+)\1\s*$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
    if (name) asked.push([name, false]);
  }
  return asked.flatMap(([name, typeOnly]) => {
    const to = resolve(root, file, name, packages);
    return to ? [{ from: file, to, typeOnly }] : [];
  });
}

function resolve(root, from, name, packages) {
  const plain = name.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return existing(root, path.posix.join(path.posix.dirname(from), plain), name);
  if (plain.startsWith('node:') || plain.startsWith('virtual:')) return undefined;
  const [, own, rest] = /^@marsad\/([^/]+)\/?(.*)$/.exec(plain) ?? [];
  if (own)
    return packages.has(own) ? existing(root, `packages/${own}/src/${rest || 'index.ts'}`, name) : `missing:${name}`;
  const parts = plain.split('/');
  return `npm:${parts.slice(0, plain.startsWith('@') ? 2 : 1).join('/')}`;
}

function existing(root, file, name) {
  const place = path.join(root, file);
  return existsSync(place) && statSync(place).isFile() ? file : `missing:${name}`;
}

/** Groups of files that need each other when they run, each once. */
export function cyclesOf(imports) {
  const next = new Map();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const order = new Map();
  const low = new Map();
  const stack = [];
  const cycles = [];
  const visit = (file) => {
    order.set(file, order.size);
    low.set(file, order.get(file));
    stack.push(file);
    for (const to of next.get(file) ?? []) {
      if (!order.has(to)) {
        visit(to);
        low.set(file, Math.min(low.get(file), low.get(to)));
      } else if (stack.includes(to)) low.set(file, Math.min(low.get(file), order.get(to)));
    }
    if (low.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1 || (next.get(file) ?? []).includes(file)) cycles.push(group.sort());
  };
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return cycles;
}
