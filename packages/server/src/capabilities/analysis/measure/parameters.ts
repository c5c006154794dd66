import type { Parameter } from '../../../platform/duckdb/bind.ts';

/** Gathers values beside the text of a statement: the text gets `$1`, `$2`, never the value. */
export class Parameters {
  readonly values: Parameter[] = [];

  /** Returns the placeholder of a value, cast to `type`. */
  add(
    value: Parameter,
    type: 'INTEGER[]' | 'BIGINT[]' | 'VARCHAR[]' | 'DATE' | 'TIMESTAMP' | 'DOUBLE' | 'VARCHAR',
  ): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
