// A visitor with an empty device, who opens pages and presses controls while a recorder watches, within a budget of time.
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { AuditBrowser } from '../browser/open.ts';
import { callInTop } from '../collect/isolated-world.ts';
import type { AuditState, Evidence, Observation, Phase } from '../collect/observation.ts';
import { callInPage } from '../collect/page-script.ts';
import type { Recorder } from '../collect/recorder.ts';
import { createRecorder } from '../collect/recorder.ts';
import { withoutFragment } from '../collect/request-facts.ts';
import type { Tab } from '../injected/tab.ts';
import { readTab, restoreTab } from '../injected/tab.ts';
import type { Reason } from '../reasons.ts';
import { reasonOfNavigation } from '../reasons.ts';
import type { Settling } from '../settle.ts';
import type { Deadline } from '../within.ts';
import { createDeadline, within } from '../within.ts';
import { rememberWords, typeSomething } from './strokes.ts';

/** One page that was opened. `status` is null where it was not an HTTP answer or none came. */
export type PageVisit = { readonly url: string; readonly status: number | null; readonly phase: Phase };

/** `slight`: what is done changes little, so that the page is waited for only where something moves. */
export type ActPhases = { readonly during: Phase; readonly after: Phase; readonly slight?: boolean };

/** A visitor in one state. Nothing it does throws: what went wrong is in `problems`. */
export interface Visitor {
  readonly state: AuditState;
  readonly recorder: Recorder;
  readonly visits: readonly PageVisit[];
  readonly problems: readonly Reason[];
  page(): Page;
  /** Opens an address and lets it settle. False where it could not be opened or the time is up. */
  open(url: string): Promise<boolean>;
  /**
   * Does something on the page, as part of one phase, and is in another once the page has settled. Work that fails, or resolves to
   * false, was not done.
   */
  act(work: (page: Page) => Promise<unknown>, phases: ActPhases): Promise<boolean>;
  report(reason: Reason): void;
  /** Notes what was found out besides what is stored and sent. */
  observe(observation: Observation): void;
  /** Ends the visit and hands over what was seen. */
  leave(): Promise<Evidence>;
}

/** Which pages are stayed on. */
export type Stays = 'everywhere' | 'sometimes' | 'nowhere';

/** How to visit: `budget` is milliseconds for the whole state; `onPage` hears of each page before it is opened. */
export type VisitOptions = {
  readonly browser: AuditBrowser;
  readonly state: AuditState;
  readonly locale: string;
  readonly budget: number;
  readonly settling: Settling;
  /** Whether the visitor's browser runs scripts; it does unless said. */
  readonly scripts?: boolean;
  /**
   * Which pages are stayed on before they are left, for what appears late: all, or the first one, the last one, and those on which
   * something was done. None unless said.
   */
  readonly stays?: Stays;
  /** Whether something is typed into fields, and nothing sent, before a page is left. */
  readonly types?: boolean;
  /** Sets the device up before anything is opened on it. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  readonly onPage?: (url: string, phase: Phase) => void;
};

const navigationPatience = 15_000;

// For what the browser holds; a page that hung is not waited for as long.
const readingPatience = 5000;
const hungPatience = 1000;

// For staying on a page: seconds of its own time are much shorter.
const stayPatience = 6000;

const slightSettling = { quiet: 60, least: 60 };

/** Sends a visitor with nothing on the device. */
export async function createVisitor(options: VisitOptions): Promise<Visitor> {
  const { scripts = true, stays = 'nowhere' } = options;
  const context = await options.browser.newContext({ locale: options.locale, javaScriptEnabled: scripts });
  await options.prepare?.(context);
  const recorder = await createRecorder(context, options.state);
  const deadline: Deadline = createDeadline(options.budget);
  const visits: PageVisit[] = [];
  const problems: Reason[] = [];
  const observations: Observation[] = [];
  const dead = new WeakSet<Page>();
  let page = await openPage();
  // Whether there is a page that was seen and not yet stayed on, and whether it is to be before the next one.
  let isFresh = false;
  let isWorthIt = false;

  async function openPage(): Promise<Page> {
    const opened = await recorder.openPage();
    opened.on('crash', () => {
      dead.add(opened);
      report({ code: 'AUDIT_PAGE_CRASHED', message: `The page "${recorder.now().page}" crashed the browser's renderer` });
    });
    return opened;
  }

  // A page that hangs or crashed is left behind, so that the next one starts from a fresh renderer.
  async function replacePage(): Promise<void> {
    await within(page.close(), hungPatience, undefined);
    page = await openPage();
  }

  function report(reason: Reason): void {
    if (!problems.some((known) => known.code === reason.code && known.message === reason.message)) problems.push(reason);
  }

  function isTimeUp(): boolean {
    if (!deadline.passed()) return false;
    report({ code: 'AUDIT_BUDGET_SPENT', message: `State ${options.state} used up its ${Math.round(options.budget / 1000)} seconds` });
    return true;
  }

  // Without scripts a page takes no turns that could be asked for.
  const rest = (settling: Settling): Promise<boolean> => recorder.rest(settling, { blind: !scripts });

  async function look(): Promise<void> {
    if ((await recorder.snapshot(readingPatience)) || dead.has(page)) return;
    report({ code: 'AUDIT_DEVICE_UNREAD', message: `The browser did not say in time what it held after "${recorder.now().page}"` });
  }

  // Waits for what appears late and leaves the page, so that it can do what it does on leaving; the visit goes on in a new tab.
  async function leavePage(): Promise<Tab | null> {
    if (dead.has(page) || page.isClosed()) return null;
    if (options.types === true) await typeSomething(page, recorder);
    await rememberWords(page, recorder);
    await recorder.linger(page, Math.min(stayPatience, deadline.left()));
    const tab = await within(callInTop<Tab | null>(page, readTab), hungPatience, null);
    await within(page.goto('about:blank'), hungPatience, null);
    return tab;
  }

  // To a page that can be used; what it is given of the tab before, if that one was used up.
  async function moveOn(): Promise<Tab | null> {
    if (isFresh && isWorthIt) {
      const tab = await leavePage();
      isFresh = false;
      await replacePage();
      return tab;
    }
    if (dead.has(page) || page.isClosed()) page = await openPage();
    return null;
  }

  async function lookAtRuins(): Promise<void> {
    await recorder.rest(options.settling, { blind: true });
    await recorder.snapshot(hungPatience);
  }

  async function open(url: string): Promise<boolean> {
    if (isTimeUp()) return false;
    const tab = await moveOn();
    const { phase } = recorder.now();
    options.onPage?.(url, phase);
    recorder.turnTo(withoutFragment(url));
    const release = tab === null ? null : await within(restore(page, tab, recorder), hungPatience, null);
    try {
      const timeout = Math.min(navigationPatience, deadline.left() + 1);
      const response = await page.goto(url, { waitUntil: 'domcontentloaded', timeout });
      recorder.turnTo(withoutFragment(page.url()));
      visits.push({ url: withoutFragment(page.url()), status: response?.status() ?? null, phase });
      isFresh = true;
      isWorthIt = stays === 'everywhere' || (stays === 'sometimes' && visits.length === 1);
      await release?.();
      await rest(options.settling);
      await look();
      return true;
    } catch (cause) {
      const reason = reasonOfNavigation(cause, url);
      if (reason !== null) report(reason);
      await lookAtRuins();
      if (reason !== null) await replacePage();
      return reason === null;
    }
  }

  return {
    state: options.state,
    recorder,
    visits,
    problems,
    page: () => page,
    open,
    act: async (work, phases) => {
      if (isTimeUp()) return false;
      recorder.enter(phases.during);
      const done = await within(
        work(page).then((done) => done !== false),
        8000,
        false,
      );
      if (done) await rest(phases.slight === true ? { ...options.settling, ...slightSettling } : options.settling);
      await within(page.waitForLoadState('domcontentloaded'), 3000, undefined);
      recorder.turnTo(withoutFragment(page.url()));
      recorder.enter(done ? phases.after : phases.during);
      if (done && phases.slight !== true) isWorthIt = stays !== 'nowhere';
      await look();
      return done;
    },
    report,
    observe: (observation) => {
      observations.push(observation);
    },
    leave: async () => {
      if (stays !== 'nowhere' && isFresh && !deadline.passed()) {
        await leavePage();
        await recorder.rest({ quiet: 40, least: 20, most: 500 }, { blind: true });
        await recorder.snapshot(hungPatience);
      }
      const evidence = { ...(await recorder.evidence()), observations };
      await within(context.close(), 5000, undefined);
      return evidence;
    },
  };
}

// The tab's own storage comes along, in a world of ours and for the first document only.
async function restore(page: Page, tab: Tab, recorder: Recorder): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  recorder.carry(
    tab.origin,
    tab.entries.map(([name]) => name),
  );
  await session.send('Page.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: callInPage(restoreTab, tab), worldName: 'candor-tab' });
  // With the session its scripts go.
  return async () => await within(session.detach(), hungPatience, undefined);
}

/** Presses a control as a visitor does. */
export function press(control: Locator): () => Promise<void> {
  return () => control.click({ timeout: 5000 });
}
