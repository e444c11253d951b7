// A port that was free a moment ago: a declaration names the origin of its storage, so the port is needed before the server is.
import { startOrigin } from '@candor/testkit';

/** Opens a port, closes it and says which it was. */
export async function findFreePort(): Promise<number> {
  const origin = await startOrigin(() => undefined);
  await origin.close();
  return origin.port;
}
