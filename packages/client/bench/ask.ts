// A request without a browser: the connection goes to the loopback, the site's name into the Host header, which `fetch` would not do.
import { request } from 'node:http';

/** The body of what a site answers to GET, as text. */
export function askFor(origin: string, path: string): Promise<string> {
  const { host, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host, accept: 'text/html' } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(text));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}
