// Tries eleven kinds of things that nobody declared, as a vendor's script would. One function, called with { origin, run }.
async ({ origin, run }) => {
  const at = (kind, name) => `${origin}/${name}?run=${run}&kind=${kind}`;
  const quietly = (step) => {
    try {
      return Promise.resolve(step()).catch(() => undefined);
    } catch {
      return Promise.resolve();
    }
  };
  const insert = (tag, facts) => document.body.append(Object.assign(document.createElement(tag), facts));
  await quietly(() => insert('script', { src: at('script', 'tag.js') }));
  await quietly(() => insert('script', { textContent: 'window.benchUndeclared = 1' }));
  await quietly(() => insert('iframe', { src: at('iframe', 'frame') }));
  await quietly(() => {
    new Image().src = at('image', 'pixel.gif');
  });
  await quietly(() => {
    const request = new XMLHttpRequest();
    request.open('GET', at('xhr', 'collect'));
    request.send();
  });
  await quietly(() => navigator.sendBeacon(at('beacon', 'collect'), 'x'));
  await quietly(() => insert('script', { src: 'https://www.google-analytics.com/analytics.js' }));
  await quietly(() => {
    document.cookie = 'u_script=1; path=/; max-age=86400';
  });
  await quietly(() => localStorage.setItem('u_local', '1'));
  const early = [];
  await quietly(() => {
    if (document.cookie.includes('u_script=')) early.push('cookie');
  });
  await quietly(() => {
    if (localStorage.getItem('u_local') !== null) early.push('storage');
  });
  await quietly(() => fetch(at('fetch', 'collect'), { mode: 'no-cors' }));
  await quietly(() => fetch('/set-cookie'));
  await quietly(() => {
    if (document.cookie.includes('u_header=')) early.push('set-cookie');
  });
  return early;
};
