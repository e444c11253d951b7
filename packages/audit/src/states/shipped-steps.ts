// S9, the language choice and other shipped actions: the steps a site's owner wrote down, or the usual language form.
import type { Page } from 'playwright-core';
import { readOptions, sendForm } from '../injected/language-form.ts';
import type { Step } from '../steps.ts';
import { within } from '../within.ts';
import { openAll } from './answers.ts';
import type { Pages } from './discovery.ts';
import type { Plan } from './plan.ts';
import type { Visitor } from './visitor.ts';
import { press } from './visitor.ts';

/** Whether the state was exercised. */
export type StepsOutcome = 'done' | 'failed' | 'nothing-to-do';

const unasked = { during: 'unasked', after: 'unasked' } as const;

/** Runs steps in order and then looks at the home page and some others again. Stops at the first step that fails. */
export async function visitWithSteps(visitor: Visitor, plan: Plan, steps: readonly Step[], pages: Pages): Promise<StepsOutcome> {
  for (const [index, step] of steps.entries()) {
    if (await runStep(visitor, plan, step)) continue;
    visitor.report({ code: 'AUDIT_STEP_FAILED', message: `Step ${index + 1} of ${visitor.state} failed: ${describeStep(step)}` });
    return 'failed';
  }
  await openAll(visitor, plan.home, pages);
  return 'done';
}

/** Chooses another language with the usual form (`language`, `lang` or `locale`), then looks at some pages again. */
export async function visitChoosingLanguage(visitor: Visitor, plan: Plan, pages: Pages): Promise<StepsOutcome> {
  if (!(await visitor.open(plan.home.href))) return 'failed';
  const control = await within(findLanguageControl(visitor.page()), 4000, null);
  if (control === null) return 'nothing-to-do';
  if (!(await visitor.act(control, unasked))) return 'failed';
  await openAll(visitor, plan.home, pages);
  return 'done';
}

async function runStep(visitor: Visitor, plan: Plan, step: Step): Promise<boolean> {
  if ('go' in step) return await visitor.open(new URL(step.go, plan.home).href);
  if ('click' in step) return await visitor.act((page) => press(page.locator(step.click).first())(), unasked);
  const timeout = plan.settling.most;
  const work = (page: Page): Promise<void> =>
    'fill' in step ? fill(page, step, timeout) : page.locator(step.expect).first().waitFor({ timeout });
  return await visitor.act(work, { ...unasked, slight: true });
}

async function fill(page: Page, step: Extract<Step, { readonly fill: unknown }>, timeout: number): Promise<void> {
  const { selector, value } = 'value' in step ? { selector: step.fill, value: step.value } : step.fill;
  await page.locator(selector).first().fill(value, { timeout });
}

// Never the value: it may be a password.
function describeStep(step: Step): string {
  if ('go' in step) return `"${step.go}" could not be opened`;
  if ('fill' in step) return `nothing to fill at "${typeof step.fill === 'string' ? step.fill : step.fill.selector}"`;
  if ('click' in step) return `nothing to press at "${step.click}"`;
  return `"${step.expect}" did not appear`;
}

const names = ['language', 'lang', 'locale'];

async function findLanguageControl(page: Page): Promise<(() => Promise<void>) | null> {
  const current = (await page.locator('html').getAttribute('lang')) ?? '';
  for (const button of await page.locator(names.map((name) => `form button[name="${name}"]`).join(', ')).all()) {
    const value = (await button.getAttribute('value')) ?? '';
    if (value !== '' && !isSameLanguage(value, current) && (await button.isVisible())) return press(button);
  }
  for (const select of await page.locator(names.map((name) => `form select[name="${name}"]`).join(', ')).all()) {
    const values: readonly string[] = await select.evaluate(readOptions);
    const other = values.find((value) => value !== '' && !isSameLanguage(value, current));
    if (other === undefined) continue;
    return async () => {
      await select.selectOption(other, { timeout: 5000 });
      await select.evaluate(sendForm);
    };
  }
  return null;
}

function isSameLanguage(one: string, other: string): boolean {
  return one.toLowerCase().split('-')[0] === other.toLowerCase().split('-')[0];
}
