// One finding for a terminal: what is wrong, who did it, when, and what to do. Addresses of the site itself are paths.
import { readUrl } from '../collect/request-facts.ts';
import type { Paint, Style } from './paint.ts';
import type { Finding, Severity } from './report.ts';
import { saySetter } from './setter-text.ts';
import { count, visible } from './visible.ts';
import { phaseWords } from './words.ts';

const severityStyles: { readonly [S in Severity]: Style } = { info: 'dim', low: 'dim', medium: 'yellow', high: 'red', critical: 'red' };

/** The lines of a finding; `site` is the origin that is left out of addresses, `visits` how many visits could have seen it. */
export function renderFinding(
  finding: Finding,
  options: { readonly site: string; readonly visits: number; readonly paint: Paint },
): readonly string[] {
  const { site, visits, paint } = options;
  const { evidence } = finding;
  const short = (address: string): string => visible(readUrl(address)?.origin === site ? address.slice(site.length) : address);
  return [
    `${paint(severityStyles[finding.severity], finding.severity)}${' '.repeat(10 - finding.severity.length)}${paint('bold', visible(finding.message))}  ${paint('dim', finding.rule)}`,
    ...(evidence.request === undefined ? [] : [`          what  ${short(evidence.request)}`]),
    `          by    ${saySetter(evidence.setter, short)}`,
    `          seen  ${renderSeen(finding, visits)}, on ${short(evidence.page)}`,
    `          do    ${visible(finding.hint)}`,
    ...(finding.acceptance === undefined ? [] : [`          but   ${renderAcceptance(finding.acceptance)}`]),
    ...(finding.known === undefined ? [] : [paint('dim', `          like  ${renderKnown(finding.known)}`)]),
  ];
}

function renderSeen({ evidence, states }: Finding, visits: number): string {
  const where = states.length === visits && visits > 1 ? `all ${visits} visits` : states.join(', ');
  const times = evidence.sightings > 1 ? ` (${count(evidence.sightings, 'time')})` : '';
  const when = `${phaseWords[evidence.phase]} at ${timeOf(evidence.at)}`;
  return `in ${where}${times}, first ${evidence.setAt === undefined ? when : `set at ${timeOf(evidence.setAt)}, still there ${when}`}`;
}

// The report's head has the date.
function timeOf(iso: string): string {
  return iso.slice(11, 19);
}

function renderAcceptance({ reason, expires, status }: NonNullable<Finding['acceptance']>): string {
  return visible(
    status === 'holds' ? `accepted until ${expires}: ${reason}` : `accepted until ${expires} only, so it counts again: ${reason}`,
  );
}

function renderKnown({ provider, category, source, verified }: NonNullable<Finding['known']>): string {
  return visible(`${provider}, ${category} (${source}${verified ? '' : ', not checked'})`);
}
