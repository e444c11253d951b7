// A process that is measured from outside.

/** Processor time in microseconds since the process began, user and system together; memory in bytes. */
export type Usage = { readonly cpu: number; readonly resident: number; readonly heap: number };

/** One that answers at `port` of the loopback. `collect` asks for memory without what is garbage, where the process can. */
export type Running = { readonly port: number; usage(collect?: boolean): Promise<Usage>; close(): Promise<void> };
