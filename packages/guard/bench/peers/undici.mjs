// undici without its conveniences: a pool's dispatch, headers as they came.
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { listen } from './listen.mjs';

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding']);

function passOn(raw) {
  const headers = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at].toString('latin1');
    if (!hopByHop.has(name.toLowerCase())) headers.push(name, raw[at + 1].toString('latin1'));
  }
  return headers;
}

export function start({ host, port }) {
  const pool = new Pool(`http://${host}:${port}`, { connections: 64 });
  const server = createServer((incoming, outgoing) => {
    const body = incoming.headers['content-length'] || incoming.headers['transfer-encoding'] ? incoming : null;
    pool.dispatch(
      { method: incoming.method, path: incoming.url, headers: incoming.rawHeaders, body },
      {
        onConnect: (abort) => {
          outgoing.on('close', () => {
            if (!outgoing.writableFinished) abort();
          });
        },
        onHeaders: (status, headers, resume, text) => {
          if (status < 200) return true;
          outgoing.on('drain', resume);
          outgoing.writeHead(status, text, passOn(headers));
          return true;
        },
        onData: (chunk) => outgoing.write(chunk),
        onComplete: () => outgoing.end(),
        onError: () => outgoing.destroy(),
      },
    );
  });
  return listen(server);
}
