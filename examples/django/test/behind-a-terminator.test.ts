// A TLS terminator in front of the guard, as its headers look from here.
import { describe, expect, test } from 'vitest';
import { host } from '../src/index.ts';
import { found, running } from './running.ts';
import { tokenIn, visitorAt } from './visitor.ts';

describe.skipIf(found === null)('Django behind a terminator', () => {
  const library = running({ trustForwarded: true });
  const forwarded = { Host: host, 'X-Forwarded-For': '192.0.2.7', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': host };

  test('P2 Django knows https and the visitor’s host', async () => {
    const seen = await visitorAt(library().guarded.port, forwarded).get('/seen/');
    expect(JSON.parse(seen.text)).toMatchObject({ address: `https://${host}/seen/`, secure: true });
  });

  test('P2 the check of Referer that Django makes under https holds, and takes the site’s own', async () => {
    const visitor = visitorAt(library().guarded.port, { ...forwarded, Origin: '' });
    const fields = { csrfmiddlewaretoken: tokenIn(await visitor.get('/suggest/')), title: 'Moorings', author: 'C. Buoy' };
    for (const Referer of ['', 'https://elsewhere.example/', `http://${host}/suggest/`]) {
      expect((await visitor.post('/suggest/', fields, { Origin: '', Referer })).status, Referer).toBe(403);
    }
    expect((await visitor.post('/suggest/', fields, { Origin: '', Referer: `https://${host}/suggest/` })).status).toBe(302);
    expect((await visitor.post('/suggest/', fields, { Origin: `https://${host}`, Referer: `https://${host}/suggest/` })).status).toBe(302);
  });
});
