// The table of decisions: consents × questions, with the code that the one decider gives. Node, a browser and the guard run the same file,
// test/fixtures/decisions.json, and must give the same codes.
import { applyAction } from '../../src/consent/apply-action.ts';
import { encodeChoice } from '../../src/consent/choice-codec.ts';
import { readChoices } from '../../src/consent/read-choices.ts';
import { resolveConsent } from '../../src/consent/resolve-consent.ts';
import type { ConsentAction, ConsentState } from '../../src/consent/types.ts';
import type { Declaration, ProfileId } from '../../src/declaration/types.ts';
import { compileEnforcement } from '../../src/enforce/compile-enforcement.ts';
import { decide } from '../../src/enforce/decide.ts';
import type { Question, RequestFacts, VerdictCode } from '../../src/enforce/types.ts';
import { day, declarationId, now } from '../consent/declarations.ts';
import { decisionDeclaration } from './decision-declaration.ts';

/** What is known of a visitor: `choices` are the values of every `cookies_preferences` the request carries. */
export type DecisionConsent = {
  readonly profile: ProfileId;
  readonly choices: readonly string[];
  readonly gpc: boolean;
  readonly now: number;
};
export type DecisionCase = {
  readonly id: string;
  /** Key in `declarations`. */
  readonly declaration: string;
  /** Key in `consents`. */
  readonly consent: string;
  readonly question: Question;
  readonly code: VerdictCode;
  readonly append?: string;
};
export type DecisionTable = {
  readonly declarations: { readonly [name: string]: Declaration };
  readonly consents: { readonly [name: string]: DecisionConsent };
  readonly cases: readonly DecisionCase[];
};

const page: RequestFacts = { host: 'portal.localhost', path: '/', method: 'GET', secure: true };
const at = (path: string, method = 'GET', host = page.host): RequestFacts => ({ host, path, method, secure: true });
const past = 'Thu, 01 Jan 1970 00:00:00 GMT';
const dated = (seconds: number): string => new Date((now + seconds) * 1000).toUTCString();

function set(line: string, request: RequestFacts = page, held = false): Question {
  return { kind: 'set-cookie', line, request, held, now };
}
function script(line: string, request: RequestFacts = page): Question {
  return { kind: 'script-cookie', line, request, held: false, now };
}
function sent(name: string, request: RequestFacts = page): Question {
  return { kind: 'cookie', name, request };
}
function store(kind: Extract<Question, { kind: 'storage' }>['store'], name: string, origin = 'https://portal.localhost'): Question {
  return { kind: 'storage', store: kind, origin, name };
}
function load(url: string, as: Extract<Question, { kind: 'request' }>['as'], method = 'GET'): Question {
  return { kind: 'request', url, as, method };
}

/** Every question by its name. */
export const decisionQuestions: { readonly [id: string]: Question } = {
  'sessionid at log-in': set('sessionid=a; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=1209600', at('/login', 'POST')),
  'sessionid on a page': set('sessionid=a; Path=/; Secure; HttpOnly', at('/data')),
  'sessionid on a page, held': set('sessionid=a; Path=/; Secure; HttpOnly', at('/data'), true),
  'sessionid at log-in by GET': set('sessionid=a; Path=/; Secure; HttpOnly', at('/login')),
  'sessionid too long': set('sessionid=a; Path=/; Secure; HttpOnly; Max-Age=31536000', at('/login', 'POST')),
  'sessionid too long by Expires': set(`sessionid=a; Path=/; Secure; HttpOnly; Expires=${dated(400 * day)}`, at('/login', 'POST')),
  'sessionid exactly as long as declared': set('sessionid=a; Path=/; Max-Age=2592000', at('/login', 'POST')),
  'sessionid a second too long': set('sessionid=a; Path=/; Max-Age=2592001', at('/login', 'POST')),
  'sessionid deleted': set(`sessionid=; Path=/; Expires=${past}; Max-Age=0`, at('/logout')),
  'sessionid wide': set('sessionid=a; Path=/; Domain=portal.localhost', at('/login', 'POST')),
  'sessionid on another path': set('sessionid=a; Path=/login', at('/login', 'POST')),
  'sessionid on the default path': set('sessionid=a', at('/login', 'POST')),
  'sessionid partitioned': set('sessionid=a; Path=/; Secure; Partitioned', at('/login', 'POST')),
  'sessionid of another host': set('sessionid=a; Path=/', at('/login', 'POST', 'tracker.localhost')),
  'sessionid in other case': set('SESSIONID=a; Path=/', at('/login', 'POST')),
  'sessionid by script': script('sessionid=a; path=/', at('/login', 'POST')),
  'csrftoken at a form': set('csrftoken=a; Path=/', at('/back/users')),
  'csrftoken on a page': set('csrftoken=a; Path=/', at('/data')),
  'csrftoken by script at a form': script('csrftoken=a; path=/', at('/login')),
  'language picked': set('django_language=fr; Path=/', at('/setlang', 'POST')),
  'language not picked': set('django_language=fr; Path=/', at('/')),
  'choice at the front office': set('cookies_preferences=1.0..; Path=/; Secure; Max-Age=2592000', at('/cookies/preferences', 'POST')),
  'choice at the prefix itself': set('cookies_preferences=1.0..; Path=/', at('/cookies')),
  'choice beside the front office': set('cookies_preferences=1.0..; Path=/', at('/cookiesx')),
  'choice by the site, held': set('cookies_preferences=1.0..4G2; Path=/', at('/'), true),
  'choice by script': script('cookies_preferences=1.0..4G2; path=/'),
  'choice deleted by the site': set('cookies_preferences=; Path=/; Max-Age=0', at('/')),
  'choice deleted at the front office': set('cookies_preferences=; Path=/; Max-Age=0', at('/cookies/preferences', 'POST')),
  'visit for the session': set('visit=1; Path=/'),
  'visit for an hour': set('visit=1; Path=/; Max-Age=3600'),
  'visit for a year': set('visit=1; Path=/; Max-Age=31536000'),
  '__Host- as declared': set('__Host-id=1; Path=/; Secure'),
  '__Host- without Secure': set('__Host-id=1; Path=/'),
  '__HOST- in other case': set('__HOST-id=1; Path=/; Secure'),
  prefix: set('_pk_ses.1=1; Path=/'),
  'longer prefix': set('_pk_id.1=1; Path=/'),
  'exact name within a prefix': set('_pk_id.odd=1; Path=/'),
  'bare prefix': set('_pk_=1; Path=/'),
  'prefix in other case': set('_PK_ses.1=1; Path=/'),
  'prefix and suffix': set('_sh_abc_v1=1; Path=/'),
  'prefix without its suffix': set('_sh_abc_v2=1; Path=/'),
  'prefix and suffix that overlap': set('_sh_v1=1; Path=/'),
  'domain cookie': set('_ga=1; Path=/; Domain=portal.localhost; Max-Age=60'),
  'domain cookie with a dot': script('_ga=1; path=/; domain=.PORTAL.localhost; max-age=60'),
  'domain cookie host-only': set('_ga=1; Path=/; Max-Age=60'),
  'domain cookie two years': set('_ga=1; Path=/; Domain=portal.localhost; Max-Age=63072000'),
  'domain cookie, the last Max-Age counts': set('_ga=1; Path=/; Domain=portal.localhost; Max-Age=60; Max-Age=63072000'),
  'domain cookie deleted': set('_ga=; Path=/; Domain=portal.localhost; Max-Age=-1'),
  'cookie of a path': set('app=1; Path=/app', at('/')),
  'cookie of the default path': set('app=1', at('/app/start')),
  'partitioned cookie': set('chips=1; Path=/; Secure; SameSite=None; Partitioned', at('/pixel/1', 'GET', 'tracker.localhost')),
  'partitioned cookie without Partitioned': set('chips=1; Path=/; Secure; SameSite=None', at('/pixel/1', 'GET', 'tracker.localhost')),
  'partitioned cookie without Secure': set('chips=1; Path=/; Partitioned', at('/pixel/1', 'GET', 'tracker.localhost')),
  'cookie of two purposes': set('both=1; Path=/'),
  undeclared: set('_fbp=1; Path=/'),
  'undeclared by script': script('_fbp=1; path=/'),
  'undeclared deleted by Max-Age': set('_fbp=; Max-Age=0'),
  'undeclared deleted by Expires': set(`_fbp=; Expires=${past}`),
  'undeclared, ended an hour ago': set(`_fbp=1; Expires=${dated(-3600)}`),
  'undeclared, Max-Age before Expires': set(`_fbp=1; Expires=${past}; Max-Age=60`),
  'undeclared, disputed deletion': set('_fbp=1; Max-Age=0; Max-Age=x'),
  'nameless with a declared value': set('visit; Path=/'),
  'nameless after an equals sign': set('=visit; Path=/'),
  'two cookies in one line': set('visit=1, _fbp=2; Path=/'),
  'no-break space before the name': set('\u00a0visit=1; Path=/'),
  'quoted name': set('"visit"=1; Path=/'),
  'encoded name': set('%76isit=1; Path=/'),
  'name of a prototype': set('__proto__=1; Path=/'),
  'control character': set('visit=1\u0001; Path=/'),
  'empty line': set(''),
  'sends sessionid': sent('sessionid', at('/data')),
  'sends the choice': sent('cookies_preferences'),
  'sends _ga': sent('_ga'),
  'sends _pk_id': sent('_pk_id.7.ab'),
  'sends two purposes': sent('both'),
  'sends app beyond its path': sent('app', at('/application')),
  'sends app within its path': sent('app', at('/app/x')),
  'sends an undeclared name': sent('_fbp'),
  'sends no name': sent(''),
  'sends another host its own': sent('chips', at('/', 'GET', 'tracker.localhost')),
  'sends a cookie of another host': sent('chips'),
  'stores the theme': store('local', 'theme'),
  'stores the theme in the session': store('session', 'theme'),
  'stores the theme elsewhere': store('local', 'theme', 'https://embed.localhost'),
  'stores by prefix': store('local', 'amp_1'),
  'stores a tab': store('session', 'tab'),
  'stores tiles': store('indexed-db', 'tiles'),
  'stores an undeclared key': store('local', '__proto__'),
  'registers a worker': store('service-worker', '/sw.js'),
  'loads from the site': load('https://portal.localhost:8443/app.js', 'script'),
  'loads a pixel': load('https://tracker.localhost/pixel/1.gif?u=1', 'image'),
  'loads a pixel as a script': load('https://tracker.localhost/pixel/1.js', 'script'),
  'loads beside the pixel': load('https://tracker.localhost/other', 'image'),
  'loads a map': load('https://maps.embed.localhost/frame', 'frame'),
  'loads the domain of the maps': load('https://embed.localhost/frame', 'frame'),
  'sends to the collector': load('https://portal.localhost/collect', 'connect', 'POST'),
  'reads the collector': load('https://portal.localhost/collect', 'connect'),
  'loads from anywhere else': load('https://evil.example/x.js', 'script'),
  'loads data': load('data:image/gif;base64,R0lGODlhAQABAAAAACw=', 'image'),
  'opens a socket elsewhere': load('wss://evil.example/', 'connect'),
  'hides the host in userinfo': load('https://portal.localhost@evil.example/', 'image'),
  'hides the host behind a backslash': load('https://evil.example\\@portal.localhost/', 'image'),
  'has no scheme': load('//evil.example/x.gif', 'image'),
  'has no host': load('https:///x.gif', 'image'),
  'runs a script address': load('javascript:alert(1)', 'frame'),
};

function choose(action: ConsentAction, profile: ProfileId = 'eu-base'): string {
  const choice = applyAction(decisionDeclaration, { declarationId, profile, choice: null, action, now: now - day });
  return choice === null ? '' : encodeChoice(choice);
}

const accepted = choose({ do: 'accept-all' });
const rejected = choose({ do: 'reject-all' });

/** Every visitor by its name. */
export const decisionConsents: { readonly [id: string]: DecisionConsent } = {
  unset: { profile: 'eu-base', choices: [], gpc: false, now },
  accepted: { profile: 'eu-base', choices: [accepted], gpc: false, now },
  rejected: { profile: 'eu-base', choices: [rejected], gpc: false, now },
  'visits only': { profile: 'eu-base', choices: [choose({ do: 'save', grants: ['visits'] })], gpc: false, now },
  'two values': { profile: 'eu-base', choices: [accepted, rejected], gpc: false, now },
  'older revision': { profile: 'eu-base', choices: [accepted.replace('4G2', '4G1')], gpc: false, now },
  'california with the signal': { profile: 'us-ca', choices: [], gpc: true, now },
  'unknown region': { profile: 'br', choices: [], gpc: false, now },
};

/** The consent state of one of the visitors. */
export function consentFor(name: string): ConsentState {
  const given = decisionConsents[name];
  if (given === undefined) throw new Error(`There is no visitor "${name}"`);
  return resolveConsent(decisionDeclaration, {
    profile: given.profile,
    choice: readChoices(given.choices),
    gpc: given.gpc,
    now: given.now,
  });
}

/** The table as the text of the file: one case a line. */
export function renderDecisions({ declarations, consents, cases }: DecisionTable): string {
  const lines = cases.map((entry) => JSON.stringify(entry)).join(',\n');
  return `{"declarations":${JSON.stringify(declarations)},\n"consents":${JSON.stringify(consents)},\n"cases":[\n${lines}\n]}\n`;
}

/** The whole table, decided. Questions that no consent changes are asked of every visitor all the same. */
export function decisionCases(): DecisionTable {
  const rules = compileEnforcement(decisionDeclaration);
  const cases = Object.keys(decisionConsents).flatMap((consent) =>
    Object.entries(decisionQuestions).map(([name, question]): DecisionCase => {
      const { code, append } = decide(rules, consentFor(consent), question);
      const answer = { id: `${name} · ${consent}`, declaration: 'site', consent, question, code };
      return append === undefined ? answer : { ...answer, append };
    }),
  );
  return { declarations: { site: decisionDeclaration }, consents: decisionConsents, cases };
}
