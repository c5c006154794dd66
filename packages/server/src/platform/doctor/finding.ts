/** What one check found. `todo` says what to do where the state is not `ok`. */
export interface Finding {
  check: string;
  state: 'ok' | 'warn' | 'fail';
  found: string;
  todo?: string;
}

export const ok = (check: string, found: string): Finding => ({ check, state: 'ok', found });
export const warn = (check: string, found: string, todo: string): Finding => ({ check, state: 'warn', found, todo });
export const fail = (check: string, found: string, todo: string): Finding => ({ check, state: 'fail', found, todo });
