// Whether this runtime has Zstandard. Asked without an import, so that it can be asked where there is no Node.

const zlib: unknown = globalThis.process?.getBuiltinModule?.('node:zlib');

/** Whether Node reads and writes Zstandard by itself. */
export const hasZstd: boolean = typeof zlib === 'object' && zlib !== null && 'createZstdCompress' in zlib && 'createZstdDecompress' in zlib;
