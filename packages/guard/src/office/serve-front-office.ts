// The front office's answer to one request, or what is said in its place. Whatever it does, the stored choice is only changed by a
// whole answer that stores another one.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { FilterOptions } from '../contract.ts';
import type { Machine } from '../machine.ts';
import { answer, sendBody } from '../proxy/pass-response.ts';
import type { Answer } from '../proxy/send.ts';
import { isBodyless, plainAnswer, problemAnswer, sendHead } from '../proxy/send.ts';
import { allowedCookies } from '../request/request-plan.ts';
import type { Visit } from '../request/visit.ts';
import { planResponse } from '../response/response-plan.ts';
import type { FrontOfficeRefusal } from './front-office.ts';
import { askFrontOffice } from './front-office.ts';

const PATIENCE = 10_000;

/** What a visitor is told when there is no front office to answer. */
export function unavailableAnswer(visit: Visit): Answer {
  return problemAnswer(visit.headers, 503, {
    code: 'FRONT_OFFICE_FAILED',
    text: 'This page is not available at the moment. Your stored choice holds',
  });
}

function refusalOf(machine: Machine, visit: Visit, refusal: FrontOfficeRefusal): Answer {
  if (refusal === 'too-large') return plainAnswer(413, 'The request is too large');
  if (refusal === 'unfit') return plainAnswer(400, 'The request cannot be read');
  machine.faults.record('FRONT_OFFICE_FAILED');
  if (refusal === 'nonsense') return unavailableAnswer(visit);
  return problemAnswer(visit.headers, 504, {
    code: 'FRONT_OFFICE_LATE',
    text: 'This page takes too long to answer. Your stored choice holds',
  });
}

/** Asks the port and sends what comes of it. Rejects when the port does. */
export async function serveFrontOffice(
  machine: Machine,
  port: NonNullable<FilterOptions['frontOffice']>,
  { visit, request, response }: { readonly visit: Visit; readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  const { options, judge, observations, planner } = machine;
  const { profile, choice, gpc, remoteAddress } = visit;
  const result = await askFrontOffice(port, request, {
    visit,
    cookies: allowedCookies({ judge, visit, observations }),
    context: { profile, consent: judge.consentOf(visit), choice, gpc, remoteAddress },
    limit: options.frontOfficeLimit ?? PATIENCE,
  });
  if (typeof result === 'string') return answer(machine, response, visit, refusalOf(machine, visit, result));
  const plan = planResponse(planner, visit, { status: result.status, headers: result.headers, source: 'front-office' });
  const hasBody = !isBodyless(visit.facts.method, result.status) && result.body !== null;
  sendHead(response, { status: result.status, message: result.message, headers: plan.headers }, hasBody);
  if (!hasBody || result.body === null) {
    await result.body?.cancel();
    response.end();
    return;
  }
  sendBody(Readable.fromWeb(result.body as Parameters<typeof Readable.fromWeb>[0]), response, []);
}
