// Configurations of nginx, as the site and as a proxy: one worker, no files but those of a temporary folder.
import { renderCookies } from './content.ts';

/** Where a configuration lives and what it serves. */
export type Place = { readonly folder: string; readonly port: number };

function wrap({ folder }: Place, http: string): string {
  // Started by root its worker would be somebody else, who may not read the folder.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path ${folder}/${kind};`);
  return `${user}daemon off;
worker_processes 1;
worker_rlimit_nofile 16384;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log error;
events { worker_connections 8192; }
http {
${temporary.join('\n')}
  access_log off;
  server_tokens off;
  keepalive_requests 1000000000;
  keepalive_timeout 3600s;
  types { application/json json; text/html html; }
${http}
}
`;
}

function location(path: string, file: string, headers: readonly string[]): string {
  const lines = headers.map((header) => `      add_header ${header};`).join('\n');
  return `    location = ${path} {\n      try_files ${file} =404;\n${lines}\n    }`;
}

/** The site: files, with cookies whose values differ with each response. */
export function renderOriginConf(place: Place): string {
  const cookies = renderCookies('$request_id').map((line) => `Set-Cookie "${line}"`);
  return wrap(
    place,
    `  server {
    listen 127.0.0.1:${place.port} backlog=4096;
    root ${place.folder}/site;
    sendfile on;
    tcp_nopush on;
    charset utf-8;
${location('/small', '/small.json', cookies)}
${location('/page', '/page.html', cookies)}
${location('/page-gz', '/page-gz.html', ['Content-Encoding gzip', 'Vary Accept-Encoding', ...cookies])}
  }`,
  );
}

/** The proxy that all others are held against. */
export function renderProxyConf(place: Place, upstreamPort: number): string {
  return wrap(
    place,
    `  upstream site { server 127.0.0.1:${upstreamPort}; keepalive 64; keepalive_requests 1000000000; }
  server {
    listen 127.0.0.1:${place.port} backlog=4096;
    location / {
      proxy_pass http://site;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
    }
  }`,
  );
}
