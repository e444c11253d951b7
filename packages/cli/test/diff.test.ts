import { expect, test } from 'vitest';
import { candor, folder, inProcess } from './candor.ts';
import { edited, json, library } from './declaration.ts';

test('X35 a difference says who must be asked again, and exits with 1 only then', async () => {
  const cwd = await folder({
    'old.json': json(library),
    'words.json': edited(['"en": "Shelf"', '"en": "Your shelf"']),
    'longer.json': edited(['"max": 86400', '"max": 864000']),
    'broken.json': '[]',
  });
  const [same, cosmetic, material, asJson, broken] = await Promise.all([
    inProcess(['diff', `${cwd}/old.json`, `${cwd}/old.json`]),
    inProcess(['diff', `${cwd}/old.json`, `${cwd}/words.json`]),
    candor(['diff', 'old.json', 'longer.json'], { cwd }),
    inProcess(['diff', `${cwd}/old.json`, `${cwd}/longer.json`, '--json']),
    inProcess(['diff', `${cwd}/old.json`, `${cwd}/broken.json`]),
  ]);
  expect(same).toEqual({ code: 0, stdout: 'The same: every value is equal\n', stderr: '' });
  expect(cosmetic.code).toBe(0);
  expect(cosmetic.stdout).toMatch(/^cosmetic {2}trackers\.shelf\.function/);
  expect(cosmetic.stdout).toMatch(/\nCosmetic: nobody needs to be asked again\n$/);
  expect(material.code).toBe(1);
  expect(material.stdout).toMatch(/^material {2}trackers\.shelf\.life/m);
  expect(material.stdout).toMatch(/\nMaterial: visitors must be asked again about\n {2}advice: .+\n$/);
  expect(asJson.code).toBe(1);
  expect(JSON.parse(asJson.stdout)).toMatchObject({ kind: 'material', askAgain: [{ purpose: 'advice' }] });
  expect(broken).toMatchObject({ code: 2, stdout: '' });
});
