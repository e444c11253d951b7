// Consent signals as other parties receive them, in the addresses of requests: Google consent mode (`gcs`) and TC strings.
import type { Phase, SentRequest } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import { appliesIn } from './applies-in.ts';
import type { RuleId } from './catalogue.ts';
import { ruleOf } from './catalogue.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import type { TcFacts } from './tc-string.ts';
import { readTcString } from './tc-string.ts';

type Signal = { readonly name: 'gcs' | 'TC string'; readonly positive: boolean; readonly tc: TcFacts | null };
type Said = { readonly rule: RuleId; readonly words: string };

const longestAddress = 20_000;
// 13 months, the longest time that the TCF lets pass before asking again.
const longestAgeDays = 396;

/** Facts about the signals in one request's address. */
export function judgeSignals(judge: Judge, request: SentRequest): readonly Fact[] {
  const url = request.blocked || request.url.length > longestAddress ? null : readUrl(request.url);
  const signal = url === null ? null : readSignal(url.searchParams);
  if (url === null || signal === null) return [];
  const { phase } = request.moment;
  const said = [...judgeAnswer(signal, phase), ...(phase === 'accepted' && signal.tc !== null ? judgeTc(signal, request) : [])];
  return said
    .filter(({ rule }) => appliesIn(ruleOf(rule), judge.profile))
    .map(({ rule, words }) => ({
      rule,
      item: { kind: 'signal', name: signal.name, host: url.hostname },
      thing: `${signal.name} ${url.hostname}`,
      tracker: null,
      moment: request.moment,
      setter: { kind: 'request', initiator: request.initiator },
      message: `The ${signal.name} sent to "${url.hostname}" ${words}`,
      question: null,
      request: request.url,
    }));
}

function readSignal(parameters: URLSearchParams): Signal | null {
  const gcs = /^G1([01-])([01-])$/.exec(parameters.get('gcs') ?? '');
  if (gcs !== null) return { name: 'gcs', positive: gcs.slice(1).includes('1'), tc: null };
  const tc = readTcString(parameters.get('gdpr_consent') ?? '');
  return tc === null ? null : { name: 'TC string', positive: tc.consents.length > 0 || tc.vendorConsents.count > 0, tc };
}

// The `-ing` phases say nothing: an answer that settles reaches each recipient in its own time.
function judgeAnswer({ name, positive }: Signal, phase: Phase): readonly Said[] {
  switch (phase) {
    case 'unasked':
      if (positive) return [{ rule: 'R-POS-SIGNAL', words: 'says yes before the visitor was asked' }];
      return name === 'gcs' ? [{ rule: 'R-GCM-PING', words: 'is a ping before the visitor was asked' }] : [];
    case 'rejected':
    case 'withdrawn':
      return positive ? [{ rule: 'R-SIG-MISMATCH', words: 'says yes although the visitor said no' }] : [];
    case 'accepted':
      return positive ? [] : [{ rule: 'R-SIG-MISMATCH', words: 'says no although the visitor said yes' }];
    default:
      return [];
  }
}

function judgeTc({ tc }: Signal, request: SentRequest): readonly Said[] {
  if (tc === null) return [];
  const segment = segmentWords(tc);
  const rest = coreWords(tc, request.moment.at);
  return [
    ...(segment === null ? [] : [{ rule: 'R-TCF-SEG' as const, words: segment }]),
    ...(rest === null ? [] : [{ rule: 'R-TCF-SS' as const, words: rest }]),
  ];
}

function segmentWords({ disclosed, vendorConsents }: TcFacts): string | null {
  if (disclosed === null) return 'has no DisclosedVendors segment';
  if (disclosed.count === 0 && vendorConsents.count > 0) return 'discloses no vendor and has consent for some';
  for (let id = 1; id < 65_536; id += 1) {
    if (vendorConsents.has(id) && !disclosed.has(id)) return `has consent for the vendor ${id}, which was not disclosed`;
  }
  return null;
}

function coreWords(tc: TcFacts, at: number): string | null {
  if (!tc.serviceSpecific) return 'is not service-specific';
  if (tc.interests.some((purpose) => purpose >= 3 && purpose <= 6)) return 'claims legitimate interest for purposes 3 to 6';
  if (tc.createdDay !== tc.updatedDay) return 'was created and updated on different days';
  return at / 86_400_000 - tc.updatedDay > longestAgeDays ? 'is older than 13 months' : null;
}
