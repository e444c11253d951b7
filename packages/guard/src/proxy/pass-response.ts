// Sending responses: the site's, filtered or as it came, and answers made here.
import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import type { Answer } from '../answers.ts';
import { isBodyless, plainAnswer, withPolicy } from '../answers.ts';
import type { HeaderList } from '../header-list.ts';
import { toFlat } from '../header-list.ts';
import { createHtmlRewriter } from '../html/rewrite.ts';
import { createHtmlStream } from '../html/stream.ts';
import { rewriteWhole } from '../html/whole.ts';
import type { Machine } from '../machine.ts';
import type { BodySink, Flow, OriginFailure } from '../origin/messages.ts';
import type { ResponseHead } from '../origin/response-head.ts';
import type { Visit } from '../request/visit.ts';
import { countDocument } from '../response/count-document.ts';
import { planResponse } from '../response/response-plan.ts';
import type { Departure } from './body-sinks.ts';
import { emptySink, passingSink, recodingSink, rewritingSink } from './body-sinks.ts';
import { sendAnswer, writableReason } from './send.ts';

/** Sends an answer made here, with the policy that holds for everybody. */
export function answer(machine: Machine, response: ServerResponse, visit: Visit | null, made: Answer): void {
  const { headers } = withPolicy(machine.judge, visit, made);
  sendAnswer(response, visit?.facts.method ?? 'GET', { ...made, headers });
}

/** What a visitor gets when the site gives nothing, or nonsense. */
export function answerFailure(machine: Machine, visit: Visit, response: ServerResponse, reason: OriginFailure): void {
  machine.faults.record(reason === 'late' ? 'UPSTREAM_LATE' : 'UPSTREAM_FAILED');
  machine.kept.traffic.siteFailed(reason);
  machine.kept.site.failed(reason);
  if (response.headersSent) response.destroy();
  else if (reason === 'late') answer(machine, response, visit, plainAnswer(504, 'The site takes too long to answer'));
  else answer(machine, response, visit, plainAnswer(502, 'The site does not answer at the moment'));
}

/** A response of the site on its way to a visitor. */
export type Passage = { readonly head: ResponseHead; readonly flow: Flow; readonly response: ServerResponse };

/** Sends the site's head on, filtered or as it came, and takes the body. */
export function passResponse(machine: Machine, visit: Visit, { head, flow, response }: Passage): BodySink {
  const { planner } = machine;
  const { status, headers } = head;
  const arrived = { status, headers, source: 'site' as const };
  const hasBody = !isBodyless(visit.facts.method, status);
  const departure = (lines: HeaderList): Departure => ({
    response,
    flow,
    begin: (length) => {
      const flat = toFlat(lines);
      // The site's own length is there where the body is the site's own.
      if (length !== null && isRewritten) flat.push('Content-Length', String(length));
      response.writeHead(status, writableReason(head.message), flat);
    },
    spoilt: () => answerFailure(machine, visit, response, 'broken'),
  });
  const plan = planResponse(planner, visit, arrived);
  const isRewritten = plan.rewrite !== null;
  const leaving = departure(plan.headers);
  countDocument(machine, visit, status, plan);
  if (!hasBody) return emptySink(leaving);
  if (plan.rewrite === null) return passingSink(leaving);
  const { rules, coding } = plan.rewrite;
  const isPlain = coding.from === 'identity' && coding.to === 'identity';
  if (isPlain) return rewritingSink(leaving, createHtmlRewriter(rules));
  return recodingSink(leaving, {
    whole: (body) => rewriteWhole(rules, coding, body),
    stream: () => createHtmlStream(rules, coding),
  });
}

/** Pipes the body; a body that breaks off breaks off for the visitor too. */
export function sendBody(body: Readable, response: ServerResponse): void {
  pipeline(body, response, () => undefined);
}
