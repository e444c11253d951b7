// Which Python of this machine has Django.
import { execFile } from 'node:child_process';

/** A Python and the version of its Django. */
export type PythonWithDjango = { readonly python: string; readonly version: string };

/** Tried in this order. Debian puts its Django beside its own Python, which is not always the first on the path. */
const usual = ['python3', '/usr/bin/python3'];

/** Said wherever the example cannot run. */
export const noDjango: string =
  `No Django here: tried were ${usual.join(' and ')}, or the one Python that DJANGO_PYTHON names. ` +
  'Install one (pip install "django>=3.2,<6", or apt install python3-django)';

/** The Python named in DJANGO_PYTHON, else the first usual one that imports Django; null where none does. */
export async function findDjango(named: string | undefined = process.env['DJANGO_PYTHON']): Promise<PythonWithDjango | null> {
  for (const python of named === undefined ? usual : [named]) {
    const version = await readVersion(python);
    if (version !== null) return { python, version };
  }
  return null;
}

function readVersion(python: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(python, ['-c', 'import django; print(django.get_version())'], (error, stdout) => {
      resolve(error === null ? stdout.trim() : null);
    });
  });
}
