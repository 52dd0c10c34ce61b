/** Memory of the workerd process below a wrangler process (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

/** Resident megabytes of the workerd that descends from `pid`. */
export function workerdMegabytes(pid: number): number {
  const workerd = descendants(pid).find(
    (child) => readFileSync(`/proc/${child}/comm`, 'utf8').trim() === 'workerd',
  );
  if (workerd === undefined) throw new Error(`no workerd below process ${pid}`);
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${workerd}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

function descendants(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
    } catch {
      // The process ended while it was listed.
    }
  }
  const found: number[] = [];
  const queue = [pid];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const child of parents.get(next) ?? []) {
      found.push(child);
      queue.push(child);
    }
  }
  return found;
}
