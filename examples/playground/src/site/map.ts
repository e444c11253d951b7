// What stands for another company's map: a page of its own host, drawn.
import type { ServerResponse } from 'node:http';

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" role="img" aria-label="Map of a harbour" style="position:fixed;inset:0;width:100%;height:100%" preserveAspectRatio="xMidYMid slice">
<rect width="640" height="300" fill="#e9ecdf"/><path d="M0 300V210c90-40 150 20 230-20s80-110 180-100 120-50 230-40v250z" fill="#a9d0dc"/>
<path d="M0 60h640M0 130h360M90 0v230M220 0v190M350 0v150M480 0v90M40 0 330 180" stroke="#fff" stroke-width="9" fill="none"/>
<path d="M0 60h640" stroke="#f4cf86" stroke-width="5"/><path d="M250 196v70M330 170v80M400 150v90" stroke="#cbbf9f" stroke-width="12"/>
<circle cx="330" cy="128" r="15" fill="#b5423b"/><path d="m320 136 10 26 10-26z" fill="#b5423b"/><circle cx="330" cy="128" r="6" fill="#fff"/></svg>`;

/** Answers every request with the map. */
export function answerMap(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }).end(page);
}
