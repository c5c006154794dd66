// What keeps a server's memory small; `npm run bench` measures it. All of it must be known before the process begins.

/**
 * V8 lets its heap grow to several times what is alive before it cleans up: a rebuild of the mart would leave some 150 MB
 * of nothing behind. Here the old generation grows by a third at a time, and the young one stays small.
 */
export const serverFlags = ['--max-semi-space-size=8', '--heap-growing-percent=30'];

/** glibc keeps what each thread freed in a place of its own, eight a core: two serve DuckDB's threads as well. */
export const serverEnvironment = { MALLOC_ARENA_MAX: '2' };
