// Reads request bodies with a limit, before anything is parsed.
import { decodeUtf8 } from '@candor/core';
import { PlatformError } from '../errors.ts';

/** Largest form, in bytes. */
export const formLimit: number = 16 * 1024;
/** Largest JSON or pasted receipt, in bytes. */
export const receiptLimit: number = 64 * 1024;

/** The fields of a URL-encoded form. Throws 413, 415 or 400. */
export async function readForm(request: Request, limit: number = formLimit): Promise<URLSearchParams> {
  requireType(request, 'application/x-www-form-urlencoded');
  return new URLSearchParams(await readText(request, limit));
}

/** A JSON body as an unknown value. Throws 413, 415 or 400. */
export async function readJson(request: Request, limit: number = formLimit): Promise<unknown> {
  requireType(request, 'application/json');
  const text = await readText(request, limit);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PlatformError('PLATFORM_INPUT', { cause, detail: 'The body is not JSON' });
  }
}

function requireType(request: Request, wanted: string): void {
  const given = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (given !== wanted) throw new PlatformError('PLATFORM_MEDIA_TYPE', { detail: `The body is "${given ?? ''}", expected "${wanted}"` });
}

async function readText(request: Request, limit: number): Promise<string> {
  const text = decodeUtf8(await readBytes(request, limit));
  if (!text.ok) throw new PlatformError('PLATFORM_INPUT', { detail: 'The body is not UTF-8' });
  return text.value;
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new PlatformError('PLATFORM_TOO_LARGE');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new PlatformError('PLATFORM_TOO_LARGE');
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
