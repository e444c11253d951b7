import { expect, test } from 'vitest';
import { choiceFor, page, withGuard } from './site.ts';
import { exchangeBytes, headerValues, requestText } from './wire.ts';

const HTML = '<html><head></head><body>x</body></html>';
const held = `Cookie: sessionid=s; stranger=1; cookies_preferences=${choiceFor('granted')}`;

test.each([
  ['"cookies"', []],
  ['"cookies", "storage"', ['"storage"']],
  ['"*"', ['"cache", "storage", "executionContexts"']],
])('G59 a site that clears %s keeps its visitor’s choice, and every other cookie goes by line', async (value, left) => {
  await withGuard(
    () => page(HTML, [`Clear-Site-Data: ${value}`]),
    async ({ port }) => {
      const reply = await exchangeBytes(port, requestText('GET /logout', [held]));
      expect(headerValues(reply, 'clear-site-data')).toEqual(left);
      const ended = headerValues(reply, 'set-cookie').filter((line) => line.includes('Max-Age=0'));
      expect(ended).toContain('sessionid=; Path=/; Max-Age=0; Secure');
      expect(ended.some((line) => line.startsWith('stranger=; Path=/; Max-Age=0'))).toBe(true);
      expect(headerValues(reply, 'set-cookie').some((line) => line.startsWith('cookies_preferences='))).toBe(false);
    },
  );
});

test('G59 other words pass as they came, and the front office may clear everything', async () => {
  const frontOffice = async (): Promise<Response> => new Response(null, { status: 303, headers: { 'clear-site-data': '"cookies"' } });
  await withGuard(
    () => page(HTML, ['Clear-Site-Data: "cache"']),
    async ({ port }) => {
      const site = await exchangeBytes(port, requestText('GET /', [held]));
      expect(headerValues(site, 'clear-site-data')).toEqual(['"cache"']);
      expect(headerValues(site, 'set-cookie').some((line) => line.startsWith('sessionid='))).toBe(false);
      const office = await exchangeBytes(port, requestText('POST /cookies/preferences', ['Content-Length: 0', held]));
      expect(headerValues(office, 'clear-site-data')).toEqual(['"cookies"']);
    },
    { frontOffice },
  );
});
