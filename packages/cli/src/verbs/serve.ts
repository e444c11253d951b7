// `candor serve`: the platform alone, for a site whose own server or another proxy hands the prefix through.
import { startEmptyUpstream } from '../empty-upstream.ts';
import { requireDeclaration } from '../load-declaration.ts';
import { readRunningChoices, runningOptions, startAndTell } from '../running.ts';
import { untilStopped } from '../until-stopped.ts';
import type { Verb, VerbInput } from '../verb.ts';
import { textOf } from '../verb.ts';

async function serve({ values, terminal }: VerbInput): Promise<number> {
  const choices = readRunningChoices(values);
  const declaration = await requireDeclaration(textOf(values, 'declaration'));
  const stopped = untilStopped();
  const { prefix } = declaration.declaration.site;
  const upstream = await startEmptyUpstream(prefix);
  try {
    const title = `Serving ${prefix} under declaration ${declaration.id.slice(0, 12)}`;
    const parts = { declaration, upstream: upstream.origin, mode: 'enforce', title } as const;
    const system = await startAndTell(choices, parts, { terminal, json: values['json'] === true });
    await stopped;
    await system.close();
  } finally {
    await upstream.close();
  }
  return 0;
}

/** The verb `serve`. */
export const serveVerb: Verb = {
  takes: '',
  count: [0, 0],
  json: 'One line of JSON when it listens',
  options: runningOptions,
  notes: ['Hand requests under the declaration’s prefix to it. `candor guard` does that by itself.'],
  exits: { 0: 'Stopped by Ctrl-C or SIGTERM', 2: 'Bad usage or input, or the port is taken' },
  run: serve,
};
