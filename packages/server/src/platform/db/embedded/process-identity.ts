// A process number alone does not name a process: after a crash or a reboot it belongs to another. On Linux the start time
// in /proc and the boot id settle it; elsewhere the number has to do.
import { readFileSync } from 'node:fs';

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A text that stays the same for the life of a process and never comes back; empty where the system cannot tell. */
export function processIdentity(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field may hold spaces and brackets; the start time is the 20th after the last bracket.
    const startedAtTicks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot}:${startedAtTicks}`;
  } catch {
    return '';
  }
}

/** Whether the process that wrote `pid` and `identity` is still the one running. */
export function isSameProcess(pid: number, identity: string): boolean {
  if (!isAlive(pid)) return false;
  const now = processIdentity(pid);
  return now === '' || identity === '' || now === identity;
}
