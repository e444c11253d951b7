// The front office's answer to one request, or what is said in its place. Whatever it does, the stored choice is only changed by a
// whole answer that stores another one.
import type { Answer, Made } from '../answers.ts';
import { isBodyless, plainAnswer, problemAnswer, withPolicy } from '../answers.ts';
import type { FilterOptions } from '../contract.ts';
import type { Machine } from '../machine.ts';
import type { ReadBody } from '../request/body.ts';
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

/** Asks the port. Rejects when the port does. */
export async function officeAnswer(
  machine: Machine,
  port: NonNullable<FilterOptions['frontOffice']>,
  visit: Visit,
  read: ReadBody,
): Promise<Made> {
  const { options, judge, observations, planner } = machine;
  const { profile, choice, gpc, remoteAddress } = visit;
  const result = await askFrontOffice(port, read, {
    visit,
    cookies: allowedCookies({ judge, visit, observations }),
    context: { profile, consent: judge.consentOf(visit), choice, gpc, remoteAddress },
    limit: options.frontOfficeLimit ?? PATIENCE,
  });
  if (typeof result === 'string') return withPolicy(judge, visit, refusalOf(machine, visit, result));
  const { status, message } = result;
  const { headers } = planResponse(planner, visit, { status, headers: result.headers, source: 'front-office' });
  if (!isBodyless(visit.facts.method, status)) return { status, message, headers, body: result.body };
  await result.body?.cancel();
  return { status, message, headers, body: null };
}
