/** A libSQL client that writes down every statement, its arguments and its time. */
import type { Client, InArgs, InStatement, ResultSet } from '@libsql/client';

export type Ran = { readonly sql: string; readonly args: InArgs; readonly ms: number };

export type Recorder = {
  readonly client: Client;
  /** What ran since the last call, a list for each round trip. */
  readonly take: () => (readonly Ran[])[];
};

export function recordingClient(client: Client): Recorder {
  let trips: (readonly Ran[])[] = [];
  const timed = async <T>(
    statements: readonly (InStatement | [string, InArgs?])[],
    run: () => Promise<T>,
  ) => {
    const start = performance.now();
    const result = await run();
    const ms = (performance.now() - start) / statements.length;
    trips.push(statements.map((one) => ({ ...readStatement(one), ms })));
    return result;
  };
  const recorded = new Proxy(client, {
    get(target, name) {
      switch (name) {
        case 'execute':
          return (statement: InStatement, args?: InArgs): Promise<ResultSet> =>
            typeof statement === 'string'
              ? timed([[statement, args ?? []]], () => target.execute({ sql: statement, args: args ?? [] }))
              : timed([statement], () => target.execute(statement));
        case 'batch':
          return (statements: InStatement[], mode?: Parameters<Client['batch']>[1]) =>
            timed(statements, () => target.batch(statements, mode));
        case 'transaction':
        case 'executeMultiple':
          throw new Error(`The console must not use ${name}: on Workers only execute and batch are safe.`);
        default: {
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? value.bind(target) : value;
        }
      }
    },
  });
  return {
    client: recorded,
    take() {
      const taken = trips;
      trips = [];
      return taken;
    },
  };
}

function readStatement(statement: InStatement | [string, InArgs?]): { sql: string; args: InArgs } {
  if (typeof statement === 'string') return { sql: statement, args: [] };
  if (Array.isArray(statement)) return { sql: statement[0], args: statement[1] ?? [] };
  return { sql: statement.sql, args: statement.args ?? [] };
}
