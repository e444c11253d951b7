// What many write by hand: Node's server, Node's client with an agent, and a pipe.
import { Agent, createServer, request } from 'node:http';
import { listen } from './listen.mjs';

export function start({ host, port }) {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, outgoing) => {
    const asked = request(
      { host, port, agent, method: incoming.method, path: incoming.url, headers: incoming.rawHeaders, setHost: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode, answer.statusMessage, answer.rawHeaders);
        answer.pipe(outgoing);
      },
    );
    asked.on('error', () => outgoing.destroy());
    incoming.pipe(asked);
  });
  return listen(server);
}
