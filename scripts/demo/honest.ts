// The portal behind the guard: audited, published in the ledger, and left running.
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { exitCodeFor, renderAuditText } from '@candor/audit';
import { demonstrationPassword, editorName } from '../../examples/data-portal/src/index.ts';
import { progressLine } from '../../packages/cli/src/audit-progress.ts';
import { untilStopped } from '../../packages/cli/src/until-stopped.ts';
import type { DemoOptions } from './options.ts';
import { guardPortal, startPortal } from './portal.ts';

// What a visitor gets who says no: the receipt is in the answer. Not by fetch, which sets no Host of ours.
async function refuseAsVisitor(base: string): Promise<unknown> {
  const { origin, host, port, pathname } = new URL(base);
  const sent = request({
    host: '127.0.0.1',
    port,
    path: `${pathname}/api/consents`,
    method: 'POST',
    headers: { host, origin, 'content-type': 'application/json', accept: 'application/json' },
  });
  sent.end(JSON.stringify({ do: 'reject-all' }));
  const [response]: IncomingMessage[] = await once(sent, 'response');
  const answer: { readonly receipt?: unknown } = JSON.parse(response === undefined ? '{}' : await text(response));
  return answer.receipt ?? answer;
}

/** Runs until Ctrl-C, or with `once` until the summary; answers with an exit code. */
export async function runHonest({ port, dataDirectory, once }: DemoOptions): Promise<number> {
  const portal = await startPortal({ port: 0, lies: [], bare: false });
  const system = await guardPortal(portal, {
    port,
    dataDirectory,
    onAudit: (event) => {
      const line = progressLine(event);
      if (line !== null) console.log(`  ${line}`);
    },
  });
  const { publicOrigin } = system;
  const base = `${publicOrigin}${system.declaration.declaration.site.prefix}`;
  console.log(`The portal is behind the guard at ${publicOrigin}/ and a browser visits it now`);
  const report = await system.audit('npm start');
  const receipt = await refuseAsVisitor(base);
  await writeFile(join(dataDirectory, 'receipt.json'), `${JSON.stringify(receipt, null, 2)}\n`);
  await writeFile(join(dataDirectory, 'audit.json'), `${JSON.stringify(report, null, 2)}\n`);
  if (report.conclusion !== 'clean') console.log(renderAuditText(report, { color: process.stdout.isTTY === true }));
  const declared = Object.keys(system.declaration.declaration.trackers).length;
  const { declaredNotObserved, notExercised, observedNotDeclared } = report.gap;
  const owner = await system.platform.firstOwnerLink();
  const lines = [
    '',
    `Truth gap    ${declaredNotObserved.length} declared and never seen, ${observedNotDeclared.length} seen and not declared, ${notExercised.length} of ${declared} not exercised: ${report.conclusion}`,
    `Portal       ${publicOrigin}/   back office ${publicOrigin}/admin/ (${editorName} / ${demonstrationPassword})`,
    `Policy       ${base}/policy   preferences ${base}/preferences`,
    `Truth        ${base}/truth   statistics ${base}/statistics`,
    owner === null ? `Back office  ${base}/admin/` : `Back office  ${owner}   (makes the first owner, once)`,
    `Receipts     ${await system.ledger.size()} entries in the log; prove one: npx candor verify ${join(dataDirectory, 'receipt.json')}`,
  ];
  console.log(lines.join('\n'));
  if (!once) {
    console.log('Ctrl-C stops everything');
    await untilStopped();
  }
  await system.close();
  await portal.close();
  return exitCodeFor(report, 'low');
}
