// `candor serve`: the platform alone, for a site whose own server or another proxy hands the prefix through.
import { startEmptyUpstream } from '../empty-upstream.ts';
import { notePrinter } from '../event-log.ts';
import { findDeclarationFile } from '../find-declaration.ts';
import { requireDeclaration } from '../load-declaration.ts';
import { renewWhenChanged } from '../renew-declaration.ts';
import { readRunningChoices, runningNotes, runningOptions, startAndTell } from '../running.ts';
import { untilStopped } from '../until-stopped.ts';
import type { Verb, VerbInput } from '../verb.ts';
import { textOf } from '../verb.ts';

async function serve({ values, terminal }: VerbInput): Promise<number> {
  const choices = readRunningChoices(values);
  const file = await findDeclarationFile(textOf(values, 'declaration'));
  const declaration = await requireDeclaration(file);
  const stopped = untilStopped();
  const { prefix } = declaration.declaration.site;
  const upstream = await startEmptyUpstream(prefix);
  try {
    const title = `Serving ${prefix} under declaration ${declaration.id.slice(0, 12)}`;
    const parts = { declaration, upstream: upstream.origin, mode: 'enforce', title } as const;
    const system = await startAndTell(choices, parts, { terminal, json: values['json'] === true });
    const { guard, reload } = system;
    const say = notePrinter(choices.log, terminal);
    const unfollow = renewWhenChanged({ file, declaration, reload, refused: () => guard.recordFault('DECLARATION_REJECTED'), say });
    await stopped;
    unfollow();
    await system.close(choices);
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
  notes: ['Hand requests under the declaration’s prefix to it. `candor guard` does that by itself.', ...runningNotes],
  exits: { 0: 'Stopped by Ctrl-C or SIGTERM', 2: 'Bad usage or input, or the port is taken' },
  run: serve,
};
