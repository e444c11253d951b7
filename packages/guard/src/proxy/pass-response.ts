// Sending responses: the site's, filtered or as it came, and answers made here.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import type { HeaderList } from '../header-list.ts';
import { toPairs } from '../header-list.ts';
import { isHtml, requestedDocument } from '../html/document.ts';
import { createHtmlStream } from '../html/inject.ts';
import type { Machine } from '../machine.ts';
import type { Visit } from '../request/visit.ts';
import { cspHeaders } from '../response/content-security-policy.ts';
import { pageViewOf } from '../response/page-view.ts';
import type { ResponsePlan } from '../response/response-plan.ts';
import { observeResponse, planResponse } from '../response/response-plan.ts';
import type { Answer } from './send.ts';
import { isBodyless, sendAnswer, sendHead } from './send.ts';

/** Sends an answer made here, with the policy that holds for everybody. */
export function answer(machine: Machine, response: ServerResponse, visit: Visit | null, made: Answer): void {
  const { judge } = machine;
  const profile = visit?.profile ?? judge.defaultProfile;
  sendAnswer(response, visit?.facts.method ?? 'GET', {
    ...made,
    headers: [...made.headers, ...cspHeaders(judge.csp(judge.closedConsent(profile), null))],
  });
}

function countDocument(machine: Machine, visit: Visit, status: number, plan: ResponsePlan): void {
  const { options, judge, faults, counts } = machine;
  if (plan.document !== 'page') return;
  counts.documents += 1;
  const view = pageViewOf(judge.declaration, visit, { status, isPage: true, consent: plan.consent, now: options.now() });
  if (view === null || options.onPageView === undefined) return;
  try {
    // A counter may be asynchronous all the same; its failure must not become an unhandled one.
    void Promise.resolve(options.onPageView(view) as unknown).catch(() => faults.record('PAGE_VIEW_FAILED'));
  } catch {
    faults.record('PAGE_VIEW_FAILED');
  }
}

/** Sends the site's response on, filtered or as it came. */
export function passResponse(machine: Machine, visit: Visit, message: IncomingMessage, response: ServerResponse): void {
  const { planner, options, counts } = machine;
  const status = message.statusCode ?? 502;
  const head = { status, headers: toPairs(message.rawHeaders), source: 'site' as const };
  const hasBody = !isBodyless(visit.facts.method, status);
  const send = (headers: HeaderList): void => sendHead(response, { status, message: message.statusMessage ?? '', headers }, hasBody);
  if (options.mode === 'observe') {
    if (isHtml(head.headers) && requestedDocument(visit.headers) === 'page') counts.documents += 1;
    send(observeResponse(planner, visit, head));
    sendBody(message, response, hasBody ? [] : null);
    return;
  }
  const plan = planResponse(planner, visit, head);
  send(plan.headers);
  countDocument(machine, visit, status, plan);
  sendBody(message, response, hasBody ? (plan.parts === null ? [] : [createHtmlStream(plan.parts)]) : null);
}

/** Pipes the body; a body that breaks off breaks off for the visitor too. Null: there is none to send. */
export function sendBody(body: Readable, response: ServerResponse, transforms: readonly NodeJS.ReadWriteStream[] | null): void {
  if (transforms === null) {
    body.resume();
    response.end();
    return;
  }
  pipeline([body, ...transforms, response], () => undefined);
}
